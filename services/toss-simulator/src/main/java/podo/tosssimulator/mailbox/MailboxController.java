package podo.tosssimulator.mailbox;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The mailbox for programs: what was sent to an address, newest first, with text, HTML and attachments. */
@RestController
@RequestMapping("/mail/api/messages")
class MailboxController {

    record MessageResponse(
            String id,
            String to,
            String subject,
            String text,
            String html,
            Instant sentAt,
            List<AttachmentResponse> attachments) {

        static MessageResponse of(ReceivedMail mail) {
            MailParser.Parsed parsed = MailParser.parse(mail.source());
            return new MessageResponse(
                    mail.id(),
                    String.join(", ", mail.to()),
                    parsed.subject(),
                    parsed.text(),
                    parsed.html(),
                    mail.receivedAt(),
                    parsed.attachments().stream()
                            .map(file -> new AttachmentResponse(file.name(), file.type(), file.content().length))
                            .toList());
        }
    }

    /** @param size in bytes */
    record AttachmentResponse(String name, String type, int size) {}

    private static final int MOST = 100;

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping
    List<MessageResponse> list(@RequestParam(defaultValue = "") String to) {
        return mailbox.list(to, MOST).stream().map(MessageResponse::of).toList();
    }

    @GetMapping("/{id}")
    MessageResponse message(@PathVariable String id) {
        return MessageResponse.of(find(id));
    }

    /** The policy keeps a mail's HTML from running scripts and loading anything, also when it is opened alone. */
    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable String id, HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(MailParser.parse(find(id).source()).html());
    }

    @GetMapping("/{id}/attachments/{name}")
    ResponseEntity<byte[]> attachment(@PathVariable String id, @PathVariable String name) {
        return MailParser.parse(find(id).source()).attachments().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(file -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, file.type())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(file.name())
                                        .build()
                                        .toString())
                        .body(file.content()))
                .orElseThrow(MailboxController::notFound);
    }

    private ReceivedMail find(String id) {
        return mailbox.find(id).orElseThrow(MailboxController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
