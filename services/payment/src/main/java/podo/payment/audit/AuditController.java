package podo.payment.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The audit's report for organisers, and for {@code ./podo audit}. */
@Tag(name = "Audit")
@RestController
class AuditController {

    private final AuditDesk desk;

    AuditController(AuditDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Read the last audit report; the first call runs an audit")
    @GetMapping("/api/audit")
    AuditReport last() {
        return desk.findLast().orElseGet(desk::auditAll);
    }

    @Operation(summary = "Run an audit now, which asks the bank about every recent order")
    @PostMapping({"/api/audit", "/internal/audit"})
    AuditReport auditNow() {
        return desk.auditAll();
    }
}
