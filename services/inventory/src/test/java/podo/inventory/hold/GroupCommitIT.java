package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.seat.SeatNews;
import podo.inventory.seat.TestHalls;

/** What fans notice of sharing a transaction with strangers: nothing. */
@InventoryIT
@Import(SeatTruth.class)
class GroupCommitIT {

    private static final int FANS = 60;

    @Autowired
    private HoldDesk desk;

    @Autowired
    private Strategies strategies;

    @Autowired
    private HoldSettings settings;

    @Autowired
    private HeldSeats heldSeats;

    @Autowired
    private TestHalls halls;

    @Autowired
    private SeatTruth truth;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private ScriptedDoor door;

    private long event;
    private Company company;

    @BeforeEach
    void openHall() {
        event = halls.open(10, 10);
        company = new Company(new ConditionalJudge(heldSeats));
        strategies.choose(door, company);
    }

    @AfterEach
    void asConfigured() {
        strategies.choose(settings.strategy());
    }

    @Test
    void fansWithoutRivalsShareTransactions() {
        var outcome = Crowd.rush(FANS, i -> {
            Wish wish = Wishes.byNewFan(event, TestHalls.seats(event, i + 1));
            return () -> desk.take(wish);
        });

        assertThat(outcome.refusals()).isEmpty();
        truth.confirms(event, outcome.holds());
        assertThat(company.most()).isGreaterThan(1);
    }

    @Test
    void whoCanOnlyLoseTakesNobodyAlong() {
        Hold before = desk.take(Wishes.byNewFan(event, TestHalls.seats(event, 1, 2)));
        redis.delete(SeatNews.marks(event));

        var outcome = Crowd.rush(FANS, i -> {
            List<Long> seats = i == 20 ? TestHalls.seats(event, 2, 90) : TestHalls.seats(event, i + 3);
            Wish wish = Wishes.byNewFan(event, seats);
            return () -> desk.take(wish);
        });

        assertThat(outcome.refusals()).singleElement().isInstanceOf(SeatsTaken.class);
        assertThat(outcome.holds()).hasSize(FANS - 1);
        outcome.holds().add(before);
        truth.confirms(event, outcome.holds());
    }

    @Test
    void whoHasEnoughSeatsTakesNobodyAlong() {
        long fan = Api.newFan();
        Hold before = desk.take(Wishes.of(fan, event, TestHalls.seats(event, 1, 2, 3, 4), null));
        redis.delete("inv:{" + event + "}:fan:" + fan);

        var outcome = Crowd.rush(FANS, i -> {
            Wish wish = Wishes.of(i == 20 ? fan : Api.newFan(), event, TestHalls.seats(event, i + 5), null);
            return () -> desk.take(wish);
        });

        assertThat(outcome.refusals()).singleElement().isInstanceOf(TooManySeats.class);
        assertThat(outcome.holds()).hasSize(FANS - 1);
        outcome.holds().add(before);
        truth.confirms(event, outcome.holds());
    }

    /** Counts who came before it together. */
    private static final class Company implements Judge {

        private final Judge judge;
        private int most;

        Company(Judge judge) {
            this.judge = judge;
        }

        @Override
        public boolean award(Hold hold, int revision) {
            return judge.award(hold, revision);
        }

        @Override
        public synchronized boolean awardAll(List<Hold> holds, int revision) {
            most = Math.max(most, holds.size());
            return judge.awardAll(holds, revision);
        }

        synchronized int most() {
            return most;
        }
    }
}
