package podo.gateway.guard;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import podo.gateway.refusal.GatewayProblem;

/** Refuses a request whose Content-Length exceeds {@code podo.gateway.max-body}; chunked bodies are counted while they are forwarded. */
@Component
class BodySizeLimit {

    private final long limit;

    BodySizeLimit(@Value("${podo.gateway.max-body}") DataSize limit) {
        this.limit = limit.toBytes();
    }

    void check(HttpServletRequest request) {
        if (request.getContentLengthLong() > limit) {
            throw GatewayProblem.tooLarge();
        }
    }
}
