package podo.notification.webhook.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import podo.notification.webhook.TeamWebhook;
import podo.notification.webhook.TeamWebhookSettings;
import podo.notification.webhook.WebhookMessage;
import podo.notification.webhook.WebhookTry;

/** Sends one message to one webhook, once, within {@code answerWithin}, and reads the first kilobyte of the answer. */
@Component
class WebhookSending implements DisposableBean {

    /** @param retryAfter what the answer asked for; null when it did not */
    record Sent(WebhookTry made, @Nullable Duration retryAfter) {}

    private static final Logger log = LoggerFactory.getLogger(WebhookSending.class);
    private static final int LONGEST_ANSWER = 1024;

    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadlines").factory());
    private final CloseableHttpClient client;
    private final TeamWebhookSettings settings;
    private final Clock clock;

    WebhookSending(CheckedResolver resolver, TeamWebhookSettings settings, Clock clock) {
        this.client = WebhookHttp.client(resolver, settings);
        this.settings = settings;
        this.clock = clock;
    }

    Sent send(TeamWebhook webhook, WebhookMessage message) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        HttpPost request = request(webhook, message, at);
        ScheduledFuture<?> deadline =
                deadlines.schedule(request::cancel, settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        ClassicHttpResponse response = null;
        try {
            response = client.executeOpen(HttpHost.create(request.getUri()), request, null);
            String answer = beginning(response.getEntity());
            return new Sent(new WebhookTry(at, millis(start), response.getCode(), null, answer), retryAfter(response));
        } catch (IOException | URISyntaxException | RuntimeException e) {
            boolean late = request.isCancelled();
            return new Sent(new WebhookTry(at, millis(start), null, late ? "timeout" : problem(e), null), null);
        } finally {
            deadline.cancel(false);
            // else closing would read the answer to its end
            request.cancel();
            close(response);
        }
    }

    private static void close(@Nullable ClassicHttpResponse response) {
        try {
            if (response != null) {
                response.close();
            }
        } catch (IOException e) {
            // the connection is closed either way
            log.debug("An answer was closed early: {}", e.toString());
        }
    }

    private static HttpPost request(TeamWebhook webhook, WebhookMessage message, Instant at) {
        HttpPost request = new HttpPost(webhook.url());
        request.setHeader("User-Agent", "Podo-Webhooks/1");
        request.setHeader("webhook-id", message.messageId());
        request.setHeader("webhook-timestamp", Long.toString(at.getEpochSecond()));
        request.setHeader(
                "webhook-signature",
                WebhookSignature.of(message.messageId(), at.getEpochSecond(), message.body(), webhook.secrets()));
        request.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
        return request;
    }

    private static @Nullable String beginning(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return null;
        }
        InputStream body = entity.getContent();
        byte[] bytes = body == null ? new byte[0] : body.readNBytes(LONGEST_ANSWER);
        String text = new String(bytes, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        return header != null && header.getValue().matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Long.parseLong(header.getValue()))
                : null;
    }

    private static String problem(Exception e) {
        return switch (e) {
            case UnknownHostException unknown -> "address";
            case ConnectTimeoutException slow -> "timeout";
            case SocketTimeoutException slow -> "timeout";
            case ConnectException refused -> "connect";
            case SSLException bad -> "tls";
            default -> "broken-off";
        };
    }

    private static int millis(long start) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @Override
    public void destroy() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
