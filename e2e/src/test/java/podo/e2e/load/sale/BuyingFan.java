package podo.e2e.load.sale;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.load.sale.result.SaleMark;

/** Comes to the line, waits as long as it is told to, chooses seats and pays: at the pace of a person, or as a script without a pause. */
final class BuyingFan implements SaleVisitor {

    /**
     * How somebody buys.
     *
     * @param name of its kind, in the result
     * @param seats at most
     * @param tries of a hold
     * @param thinks between two steps, up to twice as long
     * @param solves challenges, as the pages do for a person
     */
    record Habit(String name, int seats, int tries, Duration thinks, boolean solves) {

        /** @param solving so many of a hundred solve challenges */
        static Habit ofScript(SplittableRandom random, int solving) {
            boolean solves = random.nextInt(100) < solving;
            return new Habit(solves ? "script that solves" : "script", 4, 100, Duration.ZERO, solves);
        }

        /** One in three goes alone. */
        static Habit ofPerson(SplittableRandom random) {
            return new Habit("fan", random.nextInt(3) == 0 ? 1 : 2, 10, Duration.ofMillis(700), true);
        }
    }

    private final Api api;
    private final Api holds;
    private final SaleFloor floor;
    private final Habit habit;
    private final SplittableRandom random;

    BuyingFan(Api api, SaleFloor floor, Habit habit, SplittableRandom random) {
        this(api, api, floor, habit, random);
    }

    /** @param holds by which seats are held, where that is another way */
    BuyingFan(Api api, Api holds, SaleFloor floor, Habit habit, SplittableRandom random) {
        this.api = api;
        this.holds = holds;
        this.floor = floor;
        this.habit = habit;
        this.random = random;
    }

    @Override
    public void come(long due) {
        if (!isScript()) {
            floor.readPage("event page", due, "/events/" + floor.event());
            think();
        }
        Optional<String> pass =
                new SaleLine(api, floor).enter(isScript() ? due : floor.clock().nanos());
        if (pass.isEmpty()) {
            floor.tally().ended(habit.name() + ": was not let in");
            return;
        }
        try {
            buy(pass.get());
        } catch (CallFailed e) {
            leave();
            throw e;
        }
    }

    private void buy(String pass) {
        Optional<Answer> hold = hold(pass);
        if (hold.isEmpty()) {
            leave();
            floor.tally().ended(habit.name() + ": was let in and got no seat");
            return;
        }
        boolean paid = new SaleCheckout(api, floor, isScript() ? Duration.ZERO : habit.thinks()).pay(hold.get());
        floor.tally().ended(habit.name() + (paid ? ": has tickets" : ": held seats and has no tickets"));
        if (paid) {
            floor.tally().tickets(habit.name(), hold.get().json("seats").size());
        }
    }

    /** Who stays inside until the entry pass ends keeps the line from moving: it admits only as many as there are seats for. */
    private void leave() {
        try {
            floor.calls().callInCheckout("leave", () -> api.delete(floor.path() + "/queue/me"));
        } catch (CallFailed counted) {
            // the place ends with the pass
        }
    }

    private Optional<Answer> hold(String pass) {
        int[] free = new int[0];
        int empty = 0;
        for (int tries = 0; tries < habit.tries() && empty < 3; tries++) {
            think();
            // a script looks at the map every tenth time only
            if (!isScript() || tries % 10 == 0) {
                free = floor.free(api);
            }
            if (free.length == 0) {
                floor.tally().refused(floor.clock().nanos(), "see the seats: none is free");
                empty++;
                floor.clock().pause(Duration.ofSeconds(2));
                continue;
            }
            Answer answer = request(pass, HoldWish.among(free, floor.seats(), habit.seats(), random));
            if (answer.status() == 201) {
                floor.tally().mark(SaleMark.HELD, floor.clock().nanos());
                return Optional.of(answer);
            }
            if (answer.status() != 429 && answer.status() != 503) {
                floor.tally().refused(floor.clock().nanos(), "hold: " + ProblemName.of(answer));
            }
            if (answer.status() == 401 || answer.status() == 403) {
                break;
            }
        }
        return Optional.empty();
    }

    private Answer request(String pass, List<Long> seats) {
        String key = UUID.randomUUID().toString();
        Supplier<Answer> call = () -> {
            Answer answer = send(pass, key, seats, "");
            if (!ChallengeSolver.isAsked(answer)) {
                return answer;
            }
            floor.tally().asked(habit.name());
            return habit.solves() ? send(pass, key, seats, solve(answer)) : answer;
        };
        return isScript() ? floor.calls().callOnce("hold", call) : floor.calls().call("hold", call);
    }

    private Answer send(String pass, String key, List<Long> seats, String solution) {
        Api asked = holds.with("X-Entry-Pass", pass).with("Idempotency-Key", key);
        return (solution.isEmpty() ? asked : asked.with("X-Altcha", solution))
                .post(floor.path() + "/holds", Map.of("seatIds", seats));
    }

    private String solve(Answer asked) {
        long begun = floor.clock().nanos();
        ChallengeSolver.Solution solution = ChallengeSolver.solve(asked);
        floor.tally().took("solve a challenge", floor.clock().nanos() - begun);
        floor.tally().took("solve a challenge: processor time", solution.cpuNanos());
        return solution.header();
    }

    boolean isScript() {
        return habit.thinks().isZero();
    }

    private void think() {
        if (!isScript()) {
            floor.clock()
                    .pause(habit.thinks()
                            .plusNanos(random.nextLong(habit.thinks().toNanos())));
        }
    }
}
