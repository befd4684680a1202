package podo.notification.letter;

import java.util.List;
import podo.notification.facts.Recipient;
import podo.notification.letter.attachment.LetterAttachment;

/** A mail that is written. */
public record Letter(Recipient to, String subject, String text, String html, List<LetterAttachment> attachments) {

    /** Leaves out what it says. */
    @Override
    public String toString() {
        return "Letter[" + to + "]";
    }
}
