package podo.web.orders;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import podo.contracts.reservation.BookingStatus;
import podo.starter.text.WrittenText;

/** The search words and filters of the list of orders as typed; what can't be read counts as not set. */
record OrderSearchForm(
        @Nullable String query,
        @Nullable Long eventId,
        @Nullable String status,
        @Nullable String withoutEmail,
        @Nullable String owed) {

    private static final int MAX_QUERY = 100;

    OrderSearchForm {
        String text = query == null ? "" : WrittenText.normalise(query);
        query = text.substring(0, Math.min(text.length(), MAX_QUERY));
    }

    @Nullable
    String queryOrNull() {
        return query == null || query.isEmpty() ? null : query;
    }

    @Nullable
    BookingStatus statusOrNull() {
        return Arrays.stream(BookingStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElse(null);
    }

    /** Whether only buyers are asked for who can't be told anything by mail. */
    public boolean isWithoutEmail() {
        return "true".equals(withoutEmail);
    }

    /** Whether only orders are asked for whose money the box office still hands back. */
    public boolean isOwed() {
        return "true".equals(owed);
    }

    /** The address of one page of this list, from 1. */
    public String pageUrl(int page) {
        var url = UriComponentsBuilder.fromPath("/admin/orders");
        if (page > 1) {
            url.queryParam("page", page);
        }
        if (eventId != null) {
            url.queryParam("eventId", eventId);
        }
        if (statusOrNull() != null) {
            url.queryParam("status", status);
        }
        if (isWithoutEmail()) {
            url.queryParam("withoutEmail", true);
        }
        if (isOwed()) {
            url.queryParam("owed", true);
        }
        if (queryOrNull() != null) {
            url.queryParam("query", "{query}");
        }
        return queryOrNull() == null
                ? url.build().toUriString()
                : url.encode().buildAndExpand(query).toUriString();
    }
}
