package podo.notification.attachment;

/**
 * A file that goes along with a mail.
 *
 * @param name ASCII, such as {@code podo.ics}
 * @param type with its charset, such as {@code text/calendar; charset=UTF-8}
 */
public record LetterAttachment(String name, String type, byte[] content) {}
