package vn.motcua.workflow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.motcua.applicants.SignedInApplicant;

/** What the filters before it do not let happen: an applicant's session that gets as far as the engine's webapps. */
class ApplicantsInEngineTest {

    @AfterEach
    void signOff() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_applicant_is_nobody_to_the_engine() throws Exception {
        SignedInApplicant applicant = new SignedInApplicant(1, "hoa@vidu.vn", "Nông Thị Hoa", 0, Instant.EPOCH);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        applicant, null, AuthorityUtils.createAuthorityList(SignedInApplicant.AUTHORITY)));
        IdentityService people = mock(IdentityService.class);
        ProcessEngine engine = mock(ProcessEngine.class);
        when(engine.getIdentityService()).thenReturn(people);
        Directory directory = mock(Directory.class);
        AtomicBoolean passed = new AtomicBoolean();
        FilterChain next = (request, response) -> {
            passed.set(true);
            assertThat(Authentications.getCurrent().getAuthentications()).isEmpty();
        };
        new WebappSignOn(engine, directory)
                .doFilter(mock(HttpServletRequest.class), mock(HttpServletResponse.class), next);
        assertThat(passed).isTrue();
        verifyNoInteractions(directory);
        verify(people, never()).setAuthentication(any(), any(List.class), any(List.class));
    }
}
