package podo.tosssimulator.clock;

import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /simulator/clock {"advance":"PT10M"}} moves the simulator's time forward. */
@RestController
@RequestMapping("/simulator/clock")
class ClockController {

    record AdvanceRequest(Duration advance) {}

    record Now(Instant now) {}

    private final SimulatorClock clock;

    ClockController(SimulatorClock clock) {
        this.clock = clock;
    }

    @GetMapping
    Now now() {
        return new Now(clock.instant());
    }

    @PostMapping
    Now advance(@RequestBody AdvanceRequest request) {
        return new Now(clock.advance(request.advance()));
    }

    @ExceptionHandler
    ProblemDetail refused(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
}
