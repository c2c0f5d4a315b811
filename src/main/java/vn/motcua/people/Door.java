package vn.motcua.people;

import java.util.List;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Where people of one kind come in.
 *
 * @param signIn the page where they do
 * @param home where they go from there unless they had asked for a page
 * @param signOut where they go out
 * @param rooms the beginnings of the addresses whose forms are opened anew when they were sent too late
 * @param open pages among them that need no sign-in
 */
public record Door(String signIn, String home, String signOut, List<String> rooms, List<String> open) {

    public static final Door STAFF = new Door("/login", Arrival.WORK, "/logout", List.of("/desk"), List.of());

    /** Forms at the door itself, of which a session that has ended takes nothing away. */
    RequestMatcher forms() {
        return CamundaPaths.any(signIn, signOut);
    }

    RequestMatcher inside() {
        return CamundaPaths.any(rooms.stream().map(room -> room + "/**").toArray(String[]::new));
    }

    boolean leadsTo(String page, String contextPath) {
        return rooms.stream().anyMatch(room -> page.startsWith(contextPath + room));
    }

    boolean isOpen(String page, String contextPath) {
        return open.stream().anyMatch(path -> page.startsWith(contextPath + path));
    }

    /** Under which a session keeps the page asked for: what somebody asked of another door is no business here. */
    String memory() {
        return "motcua.asked" + signIn;
    }
}
