package podo.payment.audit;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The auditor's report for organisers, and for {@code ./podo audit}. */
@RestController
class AuditController {

    private final AuditDesk desk;

    AuditController(AuditDesk desk) {
        this.desk = desk;
    }

    /** The last report; the first time somebody asks, a new one. */
    @GetMapping("/api/audit")
    AuditReport last() {
        return desk.last().orElseGet(desk::now);
    }

    @PostMapping({"/api/audit", "/internal/audit"})
    AuditReport now() {
        return desk.now();
    }
}
