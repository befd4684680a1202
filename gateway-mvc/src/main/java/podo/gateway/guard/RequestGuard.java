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

/** Stands before every route and checks in the contract's order: 401, 403, 429, then the size of the body. */
@Component
public class RequestGuard implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private final TokenCheck tokens;
    private final PassCheck passes;
    private final AddressLimits limits;
    private final BodySize size;
    private final RefusalWriter refusals;

    RequestGuard(TokenCheck tokens, PassCheck passes, AddressLimits limits, BodySize size, RefusalWriter refusals) {
        this.tokens = tokens;
        this.passes = passes;
        this.limits = limits;
        this.size = size;
        this.refusals = refusals;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        HttpServletRequest call = request.servletRequest();
        PathContainer path = request.requestPath().pathWithinApplication();
        try {
            if (path.value().startsWith("/api/")) {
                passes.check(call, path, tokens.check(call, path));
            }
            limits.check(call, path);
            size.check(call);
        } catch (Problem refusal) {
            return refusals.answer(refusal);
        }
        return next.handle(request);
    }
}
