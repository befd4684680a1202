package podo.event.show.api;

import java.time.Instant;
import java.util.List;
import podo.event.show.EventSnapshotPage;

/** One page of events as {@code GET /api/events} answers it. */
record EventPageResponse(List<EventResponse> content, EventSnapshotPage.Numbers page) {

    static EventPageResponse of(EventSnapshotPage snapshots, Instant now) {
        return new EventPageResponse(
                snapshots.content().stream()
                        .map(event -> EventResponse.of(event, now))
                        .toList(),
                snapshots.page());
    }
}
