package podo.gateway.guard;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import podo.gateway.refusal.GatewayProblem;

/** Refuses a body that announces itself as too large; one that does not say is counted on the way. */
@Component
class BodySize {

    private final long limit;

    BodySize(@Value("${podo.gateway.max-body}") DataSize limit) {
        this.limit = limit.toBytes();
    }

    void check(HttpServletRequest call) {
        if (call.getContentLengthLong() > limit) {
            throw GatewayProblem.tooLarge();
        }
    }
}
