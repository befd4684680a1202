package podo.gateway.guard;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import podo.gateway.refusal.RefusalWriter;
import podo.starter.problem.Problem;

/** Checks every routed request in the order of the contract: 401 token, 403 pass, 429 rate, then 413 size. */
@Component
public class RequestGuard implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private final TokenCheck tokens;
    private final PassCheck passes;
    private final AddressLimits limits;
    private final BodySizeLimit size;
    private final RefusalWriter refusals;

    RequestGuard(
            TokenCheck tokens, PassCheck passes, AddressLimits limits, BodySizeLimit size, RefusalWriter refusals) {
        this.tokens = tokens;
        this.passes = passes;
        this.limits = limits;
        this.size = size;
        this.refusals = refusals;
    }

    @Override
    public ServerResponse filter(ServerRequest serverRequest, HandlerFunction<ServerResponse> next) throws Exception {
        HttpServletRequest request = serverRequest.servletRequest();
        PathContainer path = serverRequest.requestPath().pathWithinApplication();
        try {
            if (path.value().startsWith("/api/")) {
                passes.check(request, path, tokens.check(request, path));
            }
            limits.check(request, path);
            size.check(request, path);
        } catch (Problem refusal) {
            return refusals.response(refusal);
        }
        return next.handle(serverRequest);
    }
}
