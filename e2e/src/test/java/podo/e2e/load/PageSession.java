package podo.e2e.load;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import podo.stack.junit.PageVisitor;

/** A logged-in session of the pages that joins a line, so that the line's event stream can be opened. */
final class PageSession {

    private final PageVisitor visitor;

    PageSession(String base) {
        this.visitor = new PageVisitor(base);
    }

    void logIn(String email, String password) throws IOException, InterruptedException {
        visitor.logIn(email, password);
    }

    void join(long event) throws IOException, InterruptedException {
        visitor.submit(queue(event), queue(event), Map.of());
    }

    /** Waits up to 30 s for the offer and enters, so that the seat page opens. */
    void enter(long event) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .ignoreException(IllegalStateException.class)
                .untilAsserted(() -> visitor.submit(queue(event), queue(event) + "/enter", Map.of()));
    }

    void leave(long event) throws IOException, InterruptedException {
        visitor.submit(queue(event), queue(event) + "/leave", Map.of());
    }

    /** The cookies with which the page of this line opens its stream; opening the page sets the one that names the line. */
    String cookies(long event) throws IOException, InterruptedException {
        visitor.open(queue(event));
        return visitor.cookies();
    }

    private static String queue(long event) {
        return "/events/" + event + "/queue";
    }
}
