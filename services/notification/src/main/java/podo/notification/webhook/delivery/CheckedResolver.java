package podo.notification.webhook.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import podo.notification.webhook.TeamWebhookSettings;

/**
 * Resolves a name to addresses that webhooks may be sent to, all of them, else it has none. The HTTP client connects to what this answers and to
 * nothing else, so a name that resolves otherwise a moment later changes nothing.
 */
@Component
public class CheckedResolver implements DnsResolver {

    /** What the system's resolver answers; tests have their own. */
    @FunctionalInterface
    interface Lookup {

        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();
    private final TeamWebhookSettings settings;
    private final Lookup lookup;

    @Autowired
    CheckedResolver(TeamWebhookSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    CheckedResolver(TeamWebhookSettings settings, Lookup lookup) {
        this.settings = settings;
        this.lookup = lookup;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = lookUp(host);
        if (found.length == 0 || !Arrays.stream(found).allMatch(this::isAllowed)) {
            throw new UnknownHostException("no public address");
        }
        return found;
    }

    private boolean isAllowed(InetAddress address) {
        return PublicAddresses.isPublic(address) || settings.allowLoopback() && address.isLoopbackAddress();
    }

    /** The system's resolver has time-outs of its own, of which some are long. */
    private InetAddress[] lookUp(String host) throws UnknownHostException {
        CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
        lookups.execute(() -> {
            try {
                answer.complete(lookup.of(host));
            } catch (UnknownHostException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(settings.connectWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("interrupted");
        } catch (ExecutionException | TimeoutException e) {
            throw new UnknownHostException("not found");
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
