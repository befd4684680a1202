package podo.reservation.waitingroom.rehearsal.scripted;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import podo.contracts.reservation.LineState;
import podo.reservation.waitingroom.rehearsal.simulation.RehearsalPlan;
import podo.starter.security.EntryPass;

/** One scripted fan, who does what the simulated ones do: waits, enters, looks, holds, and after a while keeps the seats or gives them back. */
final class ScriptedFan {

    private static final List<Integer> PARTIES = List.of(1, 1, 1, 2, 2, 2, 2, 2, 3, 4);
    private static final int MOST_LOOKS_IN_VAIN = 3;
    private static final int MOST_REFUSALS = 10;

    /** Fans inside send a sign of life so often. */
    private static final double SIGN_EVERY = 10;

    private final long copyId;
    private final long fan;
    private final RehearsalPlan plan;
    private final double holdSeconds;
    private final ScriptedCalls calls;
    private final ScriptedHall hall;
    private final Random random;

    ScriptedFan(long copyId, long fan, RehearsalPlan plan, double holdSeconds, ScriptedCalls calls, ScriptedHall hall) {
        this.copyId = copyId;
        this.fan = fan;
        this.plan = plan;
        this.holdSeconds = holdSeconds;
        this.calls = calls;
        this.hall = hall;
        this.random = new Random(fan);
    }

    /** @param arrival seconds from now */
    void play(double arrival) throws InterruptedException {
        sleep(arrival);
        calls.join(copyId, fan);
        if (!waitForTurn() || random.nextInt(100) < plan.absentPercent()) {
            return;
        }
        sleep(0.5 + 3 * random.nextDouble()); // and half a second at the mean since the offer
        EntryPass pass = calls.enter(copyId, fan);
        hall.entered();
        pause(5 - 25 * Math.log(1 - random.nextDouble()));
        buy(pass);
        calls.leave(copyId, fan, pass);
    }

    private boolean waitForTurn() throws InterruptedException {
        LineState state = calls.state(copyId, fan);
        while (state == LineState.WAITING || state == LineState.LOBBY) {
            sleep(1);
            state = calls.state(copyId, fan);
        }
        return state == LineState.OFFERED;
    }

    private void buy(EntryPass pass) throws InterruptedException {
        int party = Math.min(PARTIES.get(random.nextInt(PARTIES.size())), plan.seatsPerFan());
        int inVain = 0;
        int refusals = 0;
        while (inVain < MOST_LOOKS_IN_VAIN && refusals < MOST_REFUSALS) {
            List<Long> free = orAgain(() -> calls.freeSeats(copyId));
            if (free.isEmpty()) {
                inVain++;
                pause(5 + 10 * random.nextDouble());
                continue;
            }
            List<Long> wanted = choose(free, party);
            sleep(0.7 + 0.7 * random.nextDouble());
            try {
                keepOrGiveBack(orAgain(() -> calls.hold(copyId, fan, wanted, pass)), wanted.size());
                return;
            } catch (HttpClientErrorException.Conflict taken) {
                hall.refused(fan);
                refusals++;
                sleep(2 + 4 * random.nextDouble());
            }
        }
    }

    /** A call that failed is made once more, as a fan presses the button again; a hold that was made meanwhile is answered. */
    private <T> T orAgain(Supplier<T> call) throws InterruptedException {
        try {
            return call.get();
        } catch (HttpClientErrorException.Conflict taken) {
            throw taken;
        } catch (RestClientException failed) {
            sleep(1);
            return call.get();
        }
    }

    private List<Long> choose(List<Long> free, int party) {
        int count = Math.min(party, free.size());
        double liking = random.nextDouble();
        int from = (int) Math.min(free.size() - count, liking * liking * free.size());
        return free.subList(from, from + count);
    }

    /** There is no payment: who pays keeps the seats until the copy is removed, and one of twenty gives them back when the hold would end. */
    private void keepOrGiveBack(String holdId, int seats) throws InterruptedException {
        double pays = plan.paySeconds() * Math.exp(0.4 * random.nextGaussian());
        if (random.nextInt(100) < 5 || pays >= holdSeconds) {
            pause(holdSeconds);
            calls.release(copyId, holdId);
        } else {
            pause(pays);
            hall.bought(seats);
        }
    }

    /** Inside, where a silent fan would lose the slot. */
    private void pause(double seconds) throws InterruptedException {
        double left = seconds;
        while (left > SIGN_EVERY) {
            sleep(SIGN_EVERY);
            left -= SIGN_EVERY;
            calls.state(copyId, fan);
        }
        sleep(left);
    }

    private static void sleep(double seconds) throws InterruptedException {
        Thread.sleep(Duration.ofMillis((long) (1_000 * seconds)));
    }
}
