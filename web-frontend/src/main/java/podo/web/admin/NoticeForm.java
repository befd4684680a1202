package podo.web.admin;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podo.web.page.Words;

/**
 * What buyers are told about a change, as typed, and the version of the event that the form showed.
 *
 * @param freeUntil in the zone of {@link podo.web.page.PageSettings}; empty for the service's own rule
 * @param moving set by the form that only moves the date
 */
record NoticeForm(
        @Nullable String version,
        @Nullable String noteToBuyers,
        @Nullable String freeUntil,
        @Nullable String moving) {

    /** Whether it comes from the form that only moves the date. */
    boolean isMove() {
        return moving != null && !moving.isEmpty();
    }

    Map<String, String> validate(Words words) {
        return new FormProblems(words).checkTime("freeUntil", freeUntil).found();
    }

    /** Call it only when {@link #validate} finds nothing. */
    void addTo(Map<String, Object> body, ZoneId zone) {
        Integer seen = NumberParser.of(version);
        if (seen != null) {
            body.put("version", seen);
        }
        Map<String, Object> notice = new HashMap<>();
        if (noteToBuyers != null && !noteToBuyers.isBlank()) {
            notice.put("note", noteToBuyers.strip());
        }
        if (freeUntil != null && !freeUntil.isBlank()) {
            notice.put("freeUntil", LocalDateTime.parse(freeUntil).atZone(zone).toInstant());
        }
        if (!notice.isEmpty()) {
            body.put("notice", notice);
        }
    }
}
