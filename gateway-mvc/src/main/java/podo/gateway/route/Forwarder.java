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
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import podo.gateway.exchange.ClientDisconnected;
import podo.gateway.exchange.ProxyExchange;
import podo.gateway.exchange.UpstreamInstance;
import podo.gateway.refusal.GatewayProblem;
import podo.gateway.refusal.RefusalWriter;
import podo.starter.problem.Problem;

/**
 * Passes calls on to one service. An instance that takes no connection is passed over for the next one (nothing was sent
 * yet, so this is safe for every method). Only silence and broken connections count against the service: a 503 of its own
 * is an answer.
 */
public class Forwarder implements HandlerFunction<ServerResponse> {

    private static final Logger log = LoggerFactory.getLogger(Forwarder.class);

    private final String service;
    private final UpstreamInstances neighbours;
    private final ProxyExchange trip;
    private final RefusalWriter refusals;
    private final Duration patience;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    Forwarder(
            String service,
            UpstreamInstances neighbours,
            ProxyExchange trip,
            RefusalWriter refusals,
            Duration patience,
            CircuitBreaker breaker,
            Bulkhead bulkhead) {
        this.service = service;
        this.neighbours = neighbours;
        this.trip = trip;
        this.refusals = refusals;
        this.patience = patience;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        HttpServletRequest call = request.servletRequest();
        String query = call.getQueryString();
        return handle(call, query == null ? call.getRequestURI() : call.getRequestURI() + "?" + query);
    }

    /** @param target the path and query at the service */
    public ServerResponse handle(HttpServletRequest call, String target) {
        return handle(call, target, patience);
    }

    /** @param answerWithin instead of what is usual with this service */
    public ServerResponse handle(HttpServletRequest call, String target, Duration answerWithin) {
        List<UpstreamInstance> instances = neighbours.of(service);
        if (instances.isEmpty() || !breaker.tryAcquirePermission()) {
            return refusals.answer(GatewayProblem.away());
        }
        if (!bulkhead.tryAcquirePermission()) {
            breaker.releasePermission();
            return refusals.answer(GatewayProblem.away());
        }
        long start = breaker.getCurrentTimestamp();
        try {
            ServerResponse answer = firstThatConnects(instances, call, target, answerWithin);
            breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
            return answer;
        } catch (ClientDisconnected e) {
            breaker.releasePermission();
            return refusals.answer(GatewayProblem.malformed());
        } catch (Problem refusal) {
            breaker.releasePermission();
            return refusals.answer(refusal);
        } catch (IOException e) {
            breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), e);
            log.warn("{} did not answer {}: {}", service, call.getMethod(), e.toString());
            return refusals.answer(inWords(e));
        } finally {
            bulkhead.onComplete();
        }
    }

    private ServerResponse firstThatConnects(
            List<UpstreamInstance> instances, HttpServletRequest call, String target, Duration answerWithin)
            throws IOException {
        IOException last = null;
        for (UpstreamInstance instance : instances) {
            try {
                return trip.to(instance, call, target, answerWithin);
            } catch (IOException e) {
                if (!neverConnected(e)) {
                    throw e;
                }
                neighbours.rest(instance);
                last = e;
            }
        }
        throw last == null ? new ConnectException("no instance of " + service) : last;
    }

    private static boolean neverConnected(IOException e) {
        return e instanceof ConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof NoRouteToHostException;
    }

    private static Problem inWords(IOException e) {
        if (neverConnected(e)) {
            return GatewayProblem.away();
        }
        return e instanceof SocketTimeoutException ? GatewayProblem.noAnswer() : GatewayProblem.brokenOff();
    }
}
