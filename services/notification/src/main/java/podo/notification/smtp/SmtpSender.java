package podo.notification.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import podo.notification.attachment.LetterAttachment;
import podo.notification.letter.Letter;
import podo.starter.edge.PublicUrl;

/**
 * Sends one letter. Its Message-ID follows from the mail's key, so that a mailbox that gets a letter twice, because this process was killed
 * between the server's answer and the commit, can show it once.
 */
@Component
class SmtpSender {

    private final JavaMailSender smtp;
    private final MessageSource messages;
    private final SendingSettings settings;
    private final PublicUrl site;

    SmtpSender(JavaMailSender smtp, MessageSource messages, SendingSettings settings, PublicUrl site) {
        this.smtp = smtp;
        this.messages = messages;
        this.settings = settings;
        this.site = site;
    }

    void send(String key, Letter letter) throws MailRefused, MailNotSent {
        try {
            smtp.send(message(key, letter));
        } catch (MailSendException e) {
            throw explained(e.getMessageExceptions().length > 0 ? e.getMessageExceptions()[0] : e);
        } catch (MailException e) {
            throw new MailNotSent(e.getClass().getSimpleName());
        } catch (MessagingException e) {
            throw new MailRefused("the mail can't be written: " + e.getClass().getSimpleName());
        }
    }

    private MimeMessage message(String key, Letter letter) throws MessagingException, MailRefused {
        Locale locale = letter.to().locale();
        MimeMessage message = smtp.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        try {
            parts.setFrom(settings.from(), messages.getMessage("mail.from", null, locale));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        parts.setTo(address(letter.to().email()));
        parts.setSubject(oneLine(letter.subject()));
        parts.setText(letter.text(), letter.html());
        for (LetterAttachment attachment : letter.attachments()) {
            parts.addAttachment(attachment.name(), new ByteArrayResource(attachment.content()), attachment.type());
        }
        message.setHeader("Content-Language", locale.getLanguage());
        // no out-of-office note comes back
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Message-ID", messageId(key));
        return message;
    }

    /** One address and nothing else: no list, no name, no line break; a Unicode domain in ASCII (Punycode). */
    private static InternetAddress address(String email) throws MailRefused {
        try {
            int at = email.lastIndexOf('@');
            if (email.length() > 254 || email.chars().anyMatch(c -> c < ' ' || c == 127) || at < 1) {
                throw new AddressException("not one address");
            }
            String ascii = email.substring(0, at + 1) + IDN.toASCII(email.substring(at + 1), IDN.ALLOW_UNASSIGNED);
            InternetAddress address = new InternetAddress(ascii, true);
            if (!address.getAddress().equals(ascii)) {
                throw new AddressException("more than an address");
            }
            return address;
        } catch (AddressException | IllegalArgumentException e) {
            throw new MailRefused("the address is none to which mail can be sent");
        }
    }

    private static String oneLine(String subject) {
        return subject.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
    }

    private String messageId(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "<" + HexFormat.of().formatHex(hash, 0, 16) + "@"
                    + site.host().replaceAll("[\\[\\]:]", "") + ">";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the server said, without its words: they often repeat the address. */
    private static MailNotSent explained(Exception failure) throws MailRefused {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            int code = cause instanceof SMTPAddressFailedException address
                    ? address.getReturnCode()
                    : cause instanceof SMTPSendFailedException sending ? sending.getReturnCode() : 0;
            if (code >= 500 && code < 600) {
                throw new MailRefused("the mail server refuses it: " + code);
            }
            if (code >= 400) {
                return new MailNotSent("the mail server answered " + code);
            }
        }
        if (failure instanceof SendFailedException) {
            return new MailNotSent("the mail server did not take it");
        }
        return new MailNotSent("no answer of the mail server: "
                + (failure.getCause() == null ? failure : failure.getCause())
                        .getClass()
                        .getSimpleName());
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : failure.getCause();
    }
}
