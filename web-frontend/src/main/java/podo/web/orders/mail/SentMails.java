package podo.web.orders.mail;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.page.Words;

/** What became of the mails of an order, in words. */
@Component
public class SentMails {

    /**
     * @param at when it was sent or given up; when it was asked for while it is neither
     * @param tone CSS class of the state
     * @param why it is not there yet; null when nothing went wrong
     * @param sendable whether it can be sent again
     */
    public record Line(
            long id,
            Instant at,
            String kind,
            String state,
            String tone,
            @Nullable String why,
            boolean sendable) {}

    private static final Set<String> KINDS = Set.of(
            "ORDER",
            "SEATS_MOVED",
            "REFUND",
            "SHOW_CANCELLED",
            "SHOW_CHANGED",
            "CHECKING",
            "CHECK_FAILED",
            "OFFERED_SEAT_SOLD",
            "LOST_ORDER",
            "HANDED_OVER",
            "HANDOVER_RECEIVED",
            "HELD_MOVED",
            "HELD_ENDED",
            "HELD_SHOW_CHANGED");

    private static final Set<String> STATES = Set.of("QUEUED", "SENT", "FAILED", "DROPPED");

    /** The mail server's answer (RFC 5321, 4.2). */
    private static final Pattern CODE = Pattern.compile("\\b[245]\\d\\d\\b");

    private final Words words;

    SentMails(Words words) {
        this.words = words;
    }

    public List<Line> of(List<ShownMail> mails) {
        return mails.stream().map(this::line).toList();
    }

    private Line line(ShownMail mail) {
        return new Line(
                mail.id(),
                mail.endedAt() == null ? mail.createdAt() : mail.endedAt(),
                KINDS.contains(mail.kind()) ? words.of("order.mail." + mail.kind()) : mail.kind(),
                STATES.contains(mail.state()) ? words.of("order.mail.state." + mail.state()) : mail.state(),
                switch (mail.state()) {
                    case "SENT" -> "ok";
                    case "FAILED" -> "bad";
                    case "QUEUED" -> "warn";
                    default -> "";
                },
                mail.state().equals("SENT") ? null : why(mail),
                (mail.state().equals("SENT") || mail.state().equals("FAILED"))
                        && !Boolean.FALSE.equals(mail.sendable()));
    }

    private @Nullable String why(ShownMail mail) {
        String problem = mail.problem();
        if (problem == null || mail.state().equals("DROPPED")) {
            return null;
        }
        if (problem.contains("address")) {
            return words.of("order.mail.why.address");
        }
        Matcher code = CODE.matcher(problem);
        return code.find()
                ? words.of("order.mail.why.refused", code.group(), mail.tries())
                : words.of("order.mail.why.unreached", mail.tries());
    }
}
