package podo.web.rehearsal;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import podo.web.admin.FormProblems;
import podo.web.admin.NumberParser;
import podo.web.page.Words;

/** The fans of a rehearsal as typed. */
record RehearsalForm(
        @Nullable String fans,
        @Nullable String arrival,
        @Nullable String overMinutes,
        @Nullable String seatsPerFan,
        @Nullable String paySeconds,
        @Nullable String absentPercent,
        @Nullable String scripted) {

    private static final Set<String> ARRIVALS = Set.of("RUSH", "SPREAD");
    private static final int MOST_MINUTES = 120;

    /** Ten fans a seat, in a rush. */
    static RehearsalForm of(int seats, int seatsPerFan) {
        int fans = Math.clamp(10L * seats, 100, 1_000_000);
        return new RehearsalForm("" + fans, "RUSH", "10", "" + seatsPerFan, "60", "5", null);
    }

    static RehearsalForm of(RehearsalClient.Plan plan) {
        return new RehearsalForm(
                "" + plan.fans(),
                plan.arrival(),
                "" + Math.max(1, plan.overSeconds() / 60),
                "" + plan.seatsPerFan(),
                "" + plan.paySeconds(),
                "" + plan.absentPercent(),
                Boolean.TRUE.equals(plan.scripted()) ? "true" : null);
    }

    /** A box that is ticked is sent, whatever its value. */
    public boolean withScriptedFans() {
        return scripted != null;
    }

    /** What the service checks besides is told by it. */
    Map<String, String> validate(Words words) {
        FormProblems problems = new FormProblems(words)
                .require("fans", fans)
                .checkNumber("fans", fans)
                .require("overMinutes", overMinutes)
                .checkNumber("overMinutes", overMinutes)
                .require("seatsPerFan", seatsPerFan)
                .checkNumber("seatsPerFan", seatsPerFan)
                .require("paySeconds", paySeconds)
                .checkNumber("paySeconds", paySeconds)
                .require("absentPercent", absentPercent)
                .checkNumber("absentPercent", absentPercent);
        if (arrival == null || !ARRIVALS.contains(arrival)) {
            problems.add("arrival", "admin.wrong.missing");
        }
        Integer minutes = NumberParser.of(overMinutes);
        if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES)) {
            problems.add("overMinutes", "rehearsal.wrong.minutes");
        }
        return problems.found();
    }

    /** Call it only when {@link #validate} finds nothing. */
    RehearsalClient.Plan toPlan() {
        return new RehearsalClient.Plan(
                number(fans),
                String.valueOf(arrival),
                60 * number(overMinutes),
                number(seatsPerFan),
                number(paySeconds),
                number(absentPercent),
                withScriptedFans() ? true : null);
    }

    private static int number(@Nullable String typed) {
        return Objects.requireNonNull(NumberParser.of(typed));
    }
}
