package podo.reservation.waitingroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import podo.contracts.inventory.HiddenCopies;

/** Rooms of events, of presales and of hidden copies are told apart by their numbers. */
class RoomNumbersTest {

    @Test
    void aRoomOfAPresaleIsNoHiddenCopyAndAHiddenCopyIsNoPresale() {
        long copy = HiddenCopies.idAt(Instant.parse("2026-11-30T09:00:00Z"));
        assertThat(Room.isOfPresale(copy)).isFalse();
        for (long presale : new long[] {1, 7, 999_999_999}) {
            assertThat(Room.isOfPresale(Room.ofPresale(presale))).isTrue();
            assertThat(HiddenCopies.isOne(Room.ofPresale(presale))).isFalse();
        }
        assertThat(Room.isOfPresale(7)).isFalse();
    }
}
