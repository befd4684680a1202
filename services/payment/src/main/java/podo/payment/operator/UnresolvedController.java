package podo.payment.operator;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.payment.operator.UnresolvedQuery.Unresolved;
import podo.payment.refund.RetryRefund;
import podo.payment.resolve.RecheckPayment;
import podo.payment.scope.EventScopes;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.starter.team.Right;

/** Charges and refunds that need a person: all of them for operators, those of their own events for organisers. */
@Tag(name = "Unresolved payments")
@RestController
@RequestMapping("/api/payments/unresolved")
class UnresolvedController {

    private final UnresolvedQuery query;
    private final RecheckPayment recheckPayment;
    private final RetryRefund retryRefund;
    private final EventScopes scopes;

    UnresolvedController(
            UnresolvedQuery query, RecheckPayment recheckPayment, RetryRefund retryRefund, EventScopes scopes) {
        this.query = query;
        this.recheckPayment = recheckPayment;
        this.retryRefund = retryRefund;
        this.scopes = scopes;
    }

    @Operation(summary = "List charges and refunds of your events that need a person; an operator gets all")
    @GetMapping
    List<Unresolved> list(Fan caller) {
        return query.list(scopes.of(Right.MONEY_READ, caller));
    }

    @Operation(summary = "Look up a charge at the bank now")
    @PostMapping("/orders/{orderId}/look")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void recheck(@PathVariable String orderId, Fan caller) {
        if (!scopes.of(Right.REFUND, caller).covers(query.eventOfOrder(orderId))
                || !recheckPayment.bringForward(orderId)) {
            throw new NotFound();
        }
    }

    @Operation(summary = "Try a refund again, as a new request if the bank refused the last one")
    @PostMapping("/refunds/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable String id, Fan caller) {
        if (!scopes.of(Right.REFUND, caller).covers(query.eventOfRefund(id)) || !retryRefund.retry(id)) {
            throw new NotFound();
        }
    }
}
