package podo.starter.client;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.core5.util.TimeValue;

/**
 * Repeats an idempotent request (GET, PUT, DELETE) once when its pooled connection turns out to be closed, and nothing else: no
 * response of any status, no timeout, no POST.
 */
final class BrokenConnectionRetry extends DefaultHttpRequestRetryStrategy {

    BrokenConnectionRetry() {
        super(
                1,
                TimeValue.ofMilliseconds(1),
                List.of(
                        InterruptedIOException.class,
                        UnknownHostException.class,
                        ConnectException.class,
                        NoRouteToHostException.class,
                        SSLException.class),
                List.of());
    }
}
