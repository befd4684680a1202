package podo.stack.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import podo.stack.junit.PageVisitor;

/** Plays a purchase on the pages up to the payment window, and gives the seat back: line, seats as map and as list, checkout, tickets. */
final class PageRehearsal {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PageVisitor visitor;
    private final String event;

    /** @param visitor of a fan who is logged in */
    PageRehearsal(PageVisitor visitor, String eventId) {
        this.visitor = visitor;
        this.event = "/events/" + eventId;
    }

    /** @param seat number of a seat in the plan; when somebody else has it, the rehearsal ends at the seat page */
    void play(long seat) throws IOException, InterruptedException {
        for (var page : List.of("/", event, event + "/queue")) {
            visitor.open(page);
        }
        visitor.post(event + "/queue", Map.of());
        var deadline = Instant.now().plus(PATIENCE);
        while (!visitor.open(event + "/queue").contains("/queue/enter\"")) {
            if (Instant.now().isAfter(deadline)) {
                return;
            }
            Polling.sleep(Duration.ofMillis(200));
        }
        visitor.post(event + "/queue/enter", Map.of());
        try {
            visitor.open(event + "/seats?view=list");
            visitor.open(event + "/seats");
            hold(seat);
        } finally {
            visitor.submit(event + "/queue", event + "/queue/leave", Map.of());
        }
    }

    private void hold(long seat) throws IOException, InterruptedException {
        var next = visitor.post(event + "/seats", Map.of("seat", Long.toString(seat)));
        if (!next.contains("/checkout/")) {
            return;
        }
        var checkout = URI.create(next).getPath();
        try {
            visitor.submit(checkout, checkout + "/pay", Map.of());
        } finally {
            visitor.open("/tickets");
            visitor.submit(checkout, checkout + "/release", Map.of());
        }
    }
}
