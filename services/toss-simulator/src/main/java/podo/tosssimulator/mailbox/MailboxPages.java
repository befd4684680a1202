package podo.tosssimulator.mailbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The mailbox for people: the list, and a page for each mail with its text, its links and its HTML in a frame without rights. */
@Controller
class MailboxPages {

    record Line(String id, String to, String subject, String sentAt) {}

    private static final int MOST = 100;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Seoul"));

    private final Mailbox mailbox;

    MailboxPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/mail")
    String list(@RequestParam(defaultValue = "") String to, Model page) {
        page.addAttribute("to", to);
        page.addAttribute(
                "mails", mailbox.list(to, MOST).stream().map(MailboxPages::line).toList());
        return "mails";
    }

    @GetMapping("/mail/{id}")
    String show(@PathVariable String id, Model page) {
        ReceivedMail mail = mailbox.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        MailParser.Parsed parsed = MailParser.parse(mail.source());
        page.addAttribute("mail", line(mail));
        page.addAttribute("parsed", parsed);
        page.addAttribute("links", linksOf(parsed.text()));
        return "mail";
    }

    private static Line line(ReceivedMail mail) {
        return new Line(
                mail.id(),
                String.join(", ", mail.to()),
                MailParser.parse(mail.source()).subject(),
                timeOf(mail.receivedAt()));
    }

    private static String timeOf(Instant at) {
        return TIME.format(at) + " KST";
    }

    private static List<String> linksOf(String text) {
        Matcher links = LINK.matcher(text);
        return links.results().map(link -> link.group()).distinct().toList();
    }
}
