package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podo.gateway.StubbedServices.SERVICES;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import podo.starter.drain.Drainable;

/** A gateway that drains: open streams are closed one by one, and a connection that was kept open gets no lasting stream any more. */
@RunningGateway
@DirtiesContext
class DrainingStreamsTest {

    private static final int PAGES = 40;
    private static final Duration WITHIN = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String REQUEST =
            "GET /events/1/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";

    @LocalServerPort
    int port;

    @Autowired
    List<Drainable> lasting;

    @Test
    void pagesAreSentElsewhereOverTheWholeTimeAndNoneStays() throws IOException {
        StubService pages = SERVICES.get("web-frontend");
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            open.add(send(connect(), REQUEST));
        }
        Socket kept = send(connect(), "GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(kept.getInputStream().readNBytes(12))
                .asString(StandardCharsets.US_ASCII)
                .endsWith("200");
        await().atMost(SOON).until(() -> pages.openStreams.get() == PAGES);
        long began = System.nanoTime();
        List<CompletableFuture<Duration>> ends =
                open.stream().map(page -> untilEnd(page, began)).toList();

        lasting.forEach(one -> one.beginDrain(WITHIN));
        CompletableFuture<Duration> endOfKept = untilEnd(send(kept, REQUEST), began);

        assertThat(ends).allSatisfy(end -> assertThat(end).succeedsWithin(SOON));
        List<Duration> after =
                ends.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(after.getLast()).isGreaterThan(WITHIN.dividedBy(2));
        assertThat(after.get(PAGES / 2)).isGreaterThan(WITHIN.dividedBy(8));
        assertThat(endOfKept).succeedsWithin(SOON);
        await().atMost(SOON).until(() -> lasting.stream().allMatch(Drainable::isDrained));
        await().atMost(SOON).until(() -> pages.openStreams.get() == 0);
    }

    private Socket connect() throws IOException {
        Socket page = new Socket("127.0.0.1", port);
        page.setSoTimeout(60_000);
        return page;
    }

    private static Socket send(Socket page, String request) throws IOException {
        page.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return page;
    }

    private static CompletableFuture<Duration> untilEnd(Socket page, long began) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (page) {
                        page.getInputStream().transferTo(OutputStream.nullOutputStream());
                    } catch (SocketException reset) {
                        // an end too
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return Duration.ofNanos(System.nanoTime() - began);
                },
                Thread::startVirtualThread);
    }
}
