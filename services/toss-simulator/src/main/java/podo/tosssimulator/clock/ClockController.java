package podo.tosssimulator.clock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
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

    record AdvanceRequest(@Nullable Duration advance) {}

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
        if (request.advance() == null) {
            throw new IllegalArgumentException("advance: a duration such as PT10M");
        }
        return new Now(clock.advance(request.advance()));
    }

    @ExceptionHandler({IllegalArgumentException.class, HttpMessageNotReadableException.class})
    ProblemDetail refused(Exception e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
}
