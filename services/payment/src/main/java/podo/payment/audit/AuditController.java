package podo.payment.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.payment.scope.EventScope;
import podo.payment.scope.EventScopes;
import podo.starter.security.Fan;
import podo.starter.team.Right;

/** The audit's report: for operators and {@code ./podo audit} the whole, for organisers the part of their own events. */
@Tag(name = "Audit")
@RestController
class AuditController {

    private final AuditDesk desk;
    private final EventScopes scopes;

    AuditController(AuditDesk desk, EventScopes scopes) {
        this.desk = desk;
        this.scopes = scopes;
    }

    @Operation(
            summary =
                    "Read what the last audit says of your events; an operator gets the whole; the first call runs an audit")
    @GetMapping("/api/audit")
    AuditReport last(Fan caller) {
        EventScope scope = scopes.of(Right.MONEY_READ, caller);
        return desk.findLast().orElseGet(desk::auditAll).within(scope);
    }

    @Operation(summary = "Run an audit now, which asks the bank about every recent order")
    @PostMapping("/api/audit")
    AuditReport auditNow(Fan caller) {
        EventScope scope = scopes.of(Right.MONEY_READ, caller);
        return desk.auditAll().within(scope);
    }

    @PostMapping("/internal/audit")
    AuditReport auditWhole() {
        return desk.auditAll();
    }
}
