package podo.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import podo.web.client.RoomClient.InArea;
import podo.web.client.RoomClient.InGrade;

class BoardTilesTest {

    private static final InArea PIT = new InArea("Pit", "Pit", 20, 2, 58, 80);

    @Test
    void anAreaThatIsAllOfItsGradeIsToldOnce() {
        assertThat(board(new InGrade("Pit", 20, 2, 58, 80)).ownAreas()).isEmpty();
    }

    @Test
    void anAreaBesideSeatsOfAGradeOfItsNameSaysThatItIsAnArea() {
        Board board = board(new InGrade("Pit", 30, 2, 68, 100));
        assertThat(board.ownAreas()).containsExactly(PIT);
    }

    @Test
    void whatIsNeitherSoldNorHeldNorFreeIsKept() {
        assertThat(new InGrade("R", 2, 0, 64, 70).kept()).isEqualTo(4);
        assertThat(PIT.kept()).isZero();
    }

    private static Board board(InGrade grade) {
        return new Board(Instant.EPOCH, BoardRange.QUARTER, null, List.of(grade), List.of(PIT), null, false, List.of());
    }
}
