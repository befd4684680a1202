package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;

/** A plan of 50,000 seats in the designer, with the processor throttled four times: prints what it measures. */
@OnRunningStack
class LargePlanJourney {

    private static final int MOVES = 40;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void fiftyThousandSeatsStayUsable() {
        long venue = Fan.organiser()
                .post("/api/venues", stadium())
                .has(201)
                .json("id")
                .asLong();
        Browser organiser = browsers.english().logIn("organiser@podo.dev", RunningStack.DEMO_PASSWORD);
        organiser.open("/admin/venues").slowedDown(4);
        organiser.open("/admin/venues/" + venue + "/plan").see("#designer[data-ready]");
        double drawn = number(organiser.run("return Number(document.getElementById('designer').dataset.drawn)"));
        assertThat(organiser.text("#seats-all")).contains("50,000");

        List<Double> frames = moveSection(organiser);
        System.out.printf(
                "50,000 seats, 4 times throttled: drawn %.0f ms after the page was opened; %d frames of a move: median %.0f ms, 95 %% %.0f ms, longest %.0f ms%n",
                drawn,
                frames.size(),
                frames.get(frames.size() / 2),
                frames.get(frames.size() * 95 / 100),
                frames.getLast());
        organiser.slowedDown(1);
        assertThat(frames.get(frames.size() / 2)).as("median frame in ms").isLessThanOrEqualTo(50);
        assertThat(drawn).as("ms from opening to drawn").isLessThan(10_000);
    }

    /** Fifty sections of 20 rows of 50 seats, in ten columns. */
    private static Map<String, Object> stadium() {
        List<Map<String, Object>> sections = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            sections.add(Map.of(
                    "name",
                    "Block " + (i + 1),
                    "rows",
                    20,
                    "seatsPerRow",
                    50,
                    "x",
                    i % 10 * 560,
                    "y",
                    i / 10 * 300,
                    "grade",
                    i % 2 == 0 ? "R" : "S"));
        }
        return Map.of("name", "Stadium " + UUID.randomUUID(), "sections", sections);
    }

    /** Durations of the frames while the mouse moves a section, sorted. */
    private static List<Double> moveSection(Browser organiser) {
        List<?> at = (List<?>) Objects.requireNonNull(organiser.run(
                "const b = document.querySelectorAll('#sheet .d-section path')[24].getBoundingClientRect();"
                        + "return [b.x + b.width / 2, b.y + b.height / 2]"));
        double x = number(at.get(0));
        double y = number(at.get(1));
        organiser.mouse("mousePressed", x, y).mouse("mouseMoved", x + 10, y);
        organiser.run("""
                window.frames50k = []; let last = 0;
                const tick = (now) => { if (last) window.frames50k.push(now - last); last = now; window.ticking = requestAnimationFrame(tick); };
                requestAnimationFrame(tick);""");
        for (int i = 1; i <= MOVES; i++) {
            organiser.mouse("mouseMoved", x + 10 + i * 3, y + i);
        }
        List<?> frames = (List<?>)
                Objects.requireNonNull(organiser.run("cancelAnimationFrame(window.ticking); return window.frames50k"));
        organiser.mouse("mouseReleased", x + 10 + MOVES * 3, y + MOVES);
        organiser.see("#unsaved");
        return frames.stream().map(LargePlanJourney::number).sorted().toList();
    }

    private static double number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }
}
