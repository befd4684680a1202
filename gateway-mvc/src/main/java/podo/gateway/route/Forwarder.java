package podo.gateway.route;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import podo.gateway.exchange.ClientDisconnected;
import podo.gateway.exchange.StreamingProxy;
import podo.gateway.exchange.UpstreamInstance;
import podo.gateway.refusal.GatewayProblem;
import podo.gateway.refusal.RefusalWriter;
import podo.starter.problem.Problem;

/**
 * Forwards requests to one service, behind its circuit breaker and bulkhead. When an instance refuses the connection or has another
 * service's certificate, the next one is tried; nothing was sent yet, so this is safe for every method. The circuit breaker counts timeouts and broken connections,
 * not status codes: a 503 of the service is a response.
 */
public class Forwarder implements HandlerFunction<ServerResponse> {

    private static final Logger log = LoggerFactory.getLogger(Forwarder.class);

    private final String service;
    private final UpstreamInstances instances;
    private final StreamingProxy proxy;
    private final RefusalWriter refusals;
    private final Duration responseTimeout;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    Forwarder(
            String service,
            UpstreamInstances instances,
            StreamingProxy proxy,
            RefusalWriter refusals,
            Duration responseTimeout,
            CircuitBreaker breaker,
            Bulkhead bulkhead) {
        this.service = service;
        this.instances = instances;
        this.proxy = proxy;
        this.refusals = refusals;
        this.responseTimeout = responseTimeout;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    @Override
    public ServerResponse handle(ServerRequest serverRequest) {
        HttpServletRequest request = serverRequest.servletRequest();
        String query = request.getQueryString();
        String target = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        return forward(request, target, responseTimeout);
    }

    /**
     * @param target path and query at the service
     * @param responseTimeout in place of the one that is configured for the service
     */
    public ServerResponse forward(HttpServletRequest request, String target, Duration responseTimeout) {
        List<UpstreamInstance> candidates = instances.inTurn(service);
        if (candidates.isEmpty() || !breaker.tryAcquirePermission()) {
            return refusals.response(GatewayProblem.unavailable());
        }
        if (!bulkhead.tryAcquirePermission()) {
            breaker.releasePermission();
            return refusals.response(GatewayProblem.unavailable());
        }
        long start = breaker.getCurrentTimestamp();
        try {
            ServerResponse response = forwardToFirstThatConnects(candidates, request, target, responseTimeout);
            breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
            return response;
        } catch (ClientDisconnected e) {
            breaker.releasePermission();
            return refusals.response(GatewayProblem.malformed());
        } catch (Problem refusal) {
            breaker.releasePermission();
            return refusals.response(refusal);
        } catch (IOException e) {
            breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), e);
            log.warn("{} failed to respond to {}: {}", service, request.getMethod(), e.toString());
            return refusals.response(problemOf(e));
        } finally {
            bulkhead.onComplete();
        }
    }

    private ServerResponse forwardToFirstThatConnects(
            List<UpstreamInstance> candidates, HttpServletRequest request, String target, Duration responseTimeout)
            throws IOException {
        IOException last = null;
        for (UpstreamInstance instance : candidates) {
            try {
                return proxy.forward(instance, request, target, responseTimeout);
            } catch (IOException e) {
                if (!isConnectFailure(e)) {
                    throw e;
                }
                instances.putLast(instance);
                last = e;
            }
        }
        throw last == null ? new ConnectException("no instance of " + service) : last;
    }

    private static boolean isConnectFailure(IOException e) {
        return e instanceof ConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof NoRouteToHostException
                || e instanceof SSLHandshakeException;
    }

    private static Problem problemOf(IOException e) {
        if (isConnectFailure(e)) {
            return GatewayProblem.unavailable();
        }
        return e instanceof SocketTimeoutException ? GatewayProblem.noAnswer() : GatewayProblem.brokenOff();
    }
}
