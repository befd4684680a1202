package podo.inventory.hold.sale;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.inventory.hold.sale.SeatAuditQuery.HallPlan;
import podo.inventory.hold.sale.SeatAuditQuery.HallSums;
import podo.inventory.hold.sale.SeatAuditQuery.SoldSeat;

/** Data for the auditor: sold seats and the sums of each hall. */
@RestController
class SeatAuditController {

    private final SeatAuditQuery query;

    SeatAuditController(SeatAuditQuery query) {
        this.query = query;
    }

    /** By seat id, those after {@code after}; 10,000 at most. */
    @GetMapping("/internal/audit/sold")
    List<SoldSeat> sold(@RequestParam long after, @RequestParam int limit) {
        return query.sold(after, limit);
    }

    @GetMapping("/internal/audit/plans")
    List<HallPlan> plans() {
        return query.plans();
    }

    @GetMapping("/internal/audit/halls")
    List<HallSums> halls() {
        return query.halls();
    }
}
