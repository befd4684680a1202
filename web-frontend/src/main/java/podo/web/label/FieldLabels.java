package podo.web.label;

import static java.util.Map.entry;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.page.TemplateBean;
import podo.web.page.Words;

/** The names of form fields in words, for the list of problems at the top of a form. */
@Component("fieldLabels")
public class FieldLabels implements TemplateBean {

    private static final Pattern LINE = Pattern.compile("(\\w+)\\[(\\d+)]\\.?(\\w*)");

    private static final Map<String, String> KEYS = Map.ofEntries(
            entry("email", "account.email"),
            entry("password", "account.password"),
            entry("name", "account.name"),
            entry("currentPassword", "account.current"),
            entry("emailPassword", "account.current"),
            entry("passkeyName", "account.passkey.name"),
            entry("language", "account.language"),
            entry("title", "admin.event.name"),
            entry("description", "event.about"),
            entry("startsAt", "admin.event.starts"),
            entry("onSaleAt", "admin.event.on-sale"),
            entry("lobbyOpensAt", "admin.event.lobby"),
            entry("salesEndAt", "admin.event.ends"),
            entry("seatsPerFan", "admin.event.per-fan"),
            entry("admissionPerSecond", "room.rate"),
            entry("admissionCap", "room.cap"),
            entry("extensions", "admin.event.extensions"),
            entry("holdMinutes", "admin.event.hold"),
            entry("holdSeconds", "admin.event.hold.seconds"),
            entry("singleSeatPolicy", "admin.event.single"),
            entry("refundFees", "admin.event.fees"),
            entry("grades", "event.grades"),
            entry("price", "admin.event.price"),
            entry("ticketKinds", "admin.event.kinds"),
            entry("ticketKinds.price", "admin.event.kind.price"),
            entry("code", "codes.code"),
            entry("how", "codes.how"),
            entry("value", "codes.value"),
            entry("mostUses", "codes.most"),
            entry("mostPerFan", "codes.per-fan"),
            entry("validFrom", "codes.from"),
            entry("validUntil", "codes.until"),
            entry("proof", "admin.event.kind.proof"),
            entry("section", "tickets.section"),
            entry("fromRow", "admin.event.from"),
            entry("toRow", "admin.event.to"),
            entry("kind", "home.filter.kind"),
            entry("runningMinutes", "admin.event.running"),
            entry("minimumAge", "admin.event.age"),
            entry("doorsAt", "admin.event.doors"),
            entry("notes", "admin.event.notes"),
            entry("handoverAllowed", "admin.event.handover"),
            entry("handoverEndsHours", "admin.event.handover.hours"),
            entry("city", "home.filter.city"),
            entry("address", "admin.venue.address"),
            entry("sections", "admin.venue.sections"),
            entry("rows", "admin.venue.rows"),
            entry("seatsPerRow", "admin.venue.per-row"),
            entry("firstRow", "admin.venue.first"),
            entry("aisles", "admin.venue.aisles"),
            entry("accessible", "admin.venue.accessible"),
            entry("fans", "rehearsal.fans"),
            entry("arrival", "rehearsal.arrival"),
            entry("overMinutes", "rehearsal.over"),
            entry("paySeconds", "rehearsal.pay"),
            entry("absentPercent", "rehearsal.absent"),
            entry("rate", "room.rate"),
            entry("cap", "room.cap"),
            entry("hold", "rehearsal.row.hold"),
            entry("mode", "room.mode"),
            entry("row", "tickets.row"),
            entry("number", "admin.seat.number"),
            entry("noteToBuyers", "admin.notice.note"),
            entry("freeUntil", "admin.notice.free"),
            entry("titleKo", "admin.texts.titleKo"),
            entry("descriptionKo", "admin.texts.descriptionKo"),
            entry("notesKo", "admin.texts.notesKo"),
            entry("titleEn", "admin.texts.titleEn"),
            entry("descriptionEn", "admin.texts.descriptionEn"),
            entry("notesEn", "admin.texts.notesEn"),
            entry("picture", "poster.picture"),
            entry("sure", "admin.cancel"),
            entry("reason", "order.reason"),
            entry("note", "order.note"),
            entry("role", "team.role"),
            entry("events", "team.scope"),
            entry("dates", "dates.h1"),
            entry("scopes", "keys.scopes"),
            entry("url", "hooks.url"),
            entry("types", "hooks.types"),
            entry("days", "keys.days"),
            entry("seat", "order.seats"),
            entry("way", "desk.way"),
            entry("lines", "desk.sheet"),
            entry("from", "order.move.from"),
            entry("to", "order.move.to"));

    private final Words words;

    FieldLabels(Words words) {
        this.words = words;
    }

    /** The field's name in words; null when it has none. */
    public @Nullable String name(String field) {
        String key = KEYS.get(field);
        return key == null ? null : words.of(key);
    }

    /** The message with the field before it, such as "Line 2, Price (won): …"; alone when the field has no name in words. */
    public String problem(String field, String message) {
        Matcher line = LINE.matcher(field);
        boolean inLine = line.matches();
        String key = inLine
                ? KEYS.getOrDefault(line.group(1) + "." + line.group(3), KEYS.get(line.group(3)))
                : KEYS.get(field);
        if (key == null) {
            return message;
        }
        String label = words.of(key);
        return inLine
                ? words.of("problem.field.line", Integer.parseInt(line.group(2)) + 1, label, message)
                : words.of("problem.field", label, message);
    }
}
