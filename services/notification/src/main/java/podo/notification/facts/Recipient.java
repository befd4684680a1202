package podo.notification.facts;

import java.util.Locale;

/** To whom a mail goes. {@code language} is a tag such as {@code ko}; every other language than Korean is answered in English. */
public record Recipient(long id, String email, String name, String language) {

    public Locale locale() {
        return language.equals(Locale.KOREAN.getLanguage()) ? Locale.KOREAN : Locale.ENGLISH;
    }

    /** Leaves out address and name. */
    @Override
    public String toString() {
        return "Recipient[" + id + "]";
    }
}
