package podo.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import podo.web.client.ListedEvent;
import podo.web.client.ListedEvent.TicketKind;

class KindLineTest {

    private static final TicketKind CHILD = new TicketKind("Child", 50_000, 50, null);
    private static final TicketKind PRESS = new TicketKind("Press", 0, null, "a press card");

    @Test
    void kindsThatAreTheSameInSeveralGradesAreOneLine() {
        List<ListedEvent.Grade> grades = List.of(
                new ListedEvent.Grade("VIP", 100_000, List.of(), List.of(CHILD, PRESS)),
                new ListedEvent.Grade("R", 60_000, List.of(), List.of(new TicketKind("Child", 30_000, 50, null))),
                new ListedEvent.Grade("S", 40_000, List.of()));
        assertThat(KindLine.of(grades))
                .containsExactly(
                        new KindLine("Child", "50%", "", "VIP, R"), new KindLine("Press", "0", "a press card", "VIP"));
    }

    @Test
    void whatIsTypedIsReadAsPeopleTypeIt() {
        assertThat(new KindLine("Child", " 50 % ", "", "").toKind()).isEqualTo(new TicketKind("Child", 0, 50, null));
        assertThat(new KindLine("Child", "５０％", "", "").percent()).isEqualTo(50);
        assertThat(new KindLine(" Child ", "₩30,000", " ", "").toKind())
                .isEqualTo(new TicketKind("Child", 30_000, null, null));
        assertThat(new KindLine("Press", "0", "a press card", "VIP， R,").gradeNames())
                .containsExactly("VIP", "R");
        assertThat(new KindLine("x", "half", "", "").hasPrice()).isFalse();
        assertThat(new KindLine("x", "-5%", "", "").hasPrice()).isFalse();
    }

    @Test
    void aLineWithoutGradesIsOfEveryGrade() {
        assertThat(new KindLine("x", "1", "", " ").isOf("anything")).isTrue();
        assertThat(new KindLine("x", "1", "", "VIP").isOf("R")).isFalse();
        assertThat(new KindLine(null, "", " ", null).isEmpty()).isTrue();
    }
}
