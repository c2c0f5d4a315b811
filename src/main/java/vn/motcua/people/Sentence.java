package vn.motcua.people;

import org.springframework.context.MessageSourceResolvable;

/** What is told to a person, by its key in the texts of this package, until the language is known. */
public record Sentence(String key, Object... values) implements MessageSourceResolvable {

    @Override
    public String[] getCodes() {
        return new String[] {key};
    }

    @Override
    public Object[] getArguments() {
        return values;
    }
}
