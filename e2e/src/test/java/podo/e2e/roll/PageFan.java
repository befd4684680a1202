package podo.e2e.roll;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import podo.e2e.Fan;
import podo.e2e.RunningStack;
import podo.stack.junit.PageVisitor;

/** A fan who is logged in at the pages, as a browser is: by cookies that the pages may renew. */
final class PageFan {

    /** What a reader does that may fail because of the network. */
    private interface Call<T> {

        T send() throws IOException, InterruptedException;
    }

    private final Fan fan = Fan.fresh();
    private final PageVisitor visitor = new PageVisitor(
            RunningStack.URL, HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)));

    static PageFan loggedIn() {
        PageFan one = new PageFan();
        one.answered(() -> {
            one.visitor.logIn(one.fan.email(), one.fan.password());
            return "";
        });
        return one;
    }

    Fan fan() {
        return fan;
    }

    void join(long event) {
        answered(() -> visitor.submit(queue(event), queue(event), Map.of()));
    }

    /** Joins, waits for the offer and enters, all by forms. */
    void enter(long event) {
        join(event);
        await().atMost(Fan.SOON)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> read(queue(event)).body().contains("data-state=\"OFFERED\""));
        answered(() -> visitor.submit(queue(event), queue(event) + "/enter", Map.of()));
    }

    void leave(long event) {
        answered(() -> visitor.submit(queue(event), queue(event) + "/leave", Map.of()));
    }

    /** Fails unless the page is answered for this fan and has the word in it. */
    void reads(String page, String word) {
        String text = read(page).body();
        if (!text.contains(word)) {
            throw new AssertionError(page + " has no " + word);
        }
    }

    private HttpResponse<String> read(String page) {
        HttpResponse<String> answer = answered(() -> visitor.answer(page));
        String location = answer.headers().firstValue("Location").orElse("");
        if (location.contains("/login")) {
            throw new AssertionError(page + ": logged out");
        }
        if (answer.statusCode() != 200) {
            throw new AssertionError(page + " → " + answer.statusCode() + " " + location);
        }
        return answer;
    }

    HttpResponse<Stream<String>> watch(long event) {
        return answered(() -> visitor.stream(queue(event) + "/stream"));
    }

    private static String queue(long event) {
        return "/events/" + event + "/queue";
    }

    private <T> T answered(Call<T> call) {
        try {
            return call.send();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
