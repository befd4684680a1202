package podo.notification.letter;

import java.util.List;
import podo.notification.attachment.LetterAttachment;
import podo.notification.facts.Recipient;

/** A mail that is written. */
public record Letter(Recipient to, String subject, String text, String html, List<LetterAttachment> attachments) {

    /** Leaves out what it says. */
    @Override
    public String toString() {
        return "Letter[" + to + "]";
    }
}
