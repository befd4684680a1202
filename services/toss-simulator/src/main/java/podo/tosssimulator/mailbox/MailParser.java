package podo.tosssimulator.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads what a mail says: subject, text, HTML and attachments. */
final class MailParser {

    /** @param type without its parameters, such as {@code text/calendar} */
    record Attachment(String name, String type, byte[] content) {}

    /** A text that the mail does not have is empty. */
    record Parsed(String subject, String text, String html, List<Attachment> attachments) {}

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final int DEEPEST = 8;

    private String text = "";
    private String html = "";
    private final List<Attachment> attachments = new ArrayList<>();

    private MailParser() {}

    /** What can't be read as a mail is a text without a subject. */
    static Parsed parse(byte[] source) {
        MailParser parser = new MailParser();
        String subject = "";
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(source));
            subject = orEmpty(message.getSubject());
            parser.read(message, 0);
        } catch (MessagingException | IOException e) {
            parser.text = new String(source, StandardCharsets.UTF_8);
        }
        return new Parsed(subject, parser.text, parser.html, List.copyOf(parser.attachments));
    }

    static String messageIdOf(byte[] source) {
        try {
            return orEmpty(new MimeMessage(SESSION, new ByteArrayInputStream(source)).getMessageID());
        } catch (MessagingException e) {
            return "";
        }
    }

    private void read(Part part, int depth) throws MessagingException, IOException {
        String name = part.getFileName();
        if (name != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            attachments.add(new Attachment(
                    name == null ? "attachment" : MimeUtility.decodeText(name),
                    part.getContentType().replaceFirst("(?s);.*", "").strip().toLowerCase(Locale.ROOT),
                    part.getInputStream().readAllBytes()));
        } else if (part.getContent() instanceof Multipart parts && depth < DEEPEST) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                read(child, depth + 1);
            }
        } else if (part.isMimeType("text/html")) {
            html = html.isEmpty() ? part.getContent().toString() : html;
        } else if (part.isMimeType("text/*")) {
            text = text.isEmpty() ? part.getContent().toString() : text;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
