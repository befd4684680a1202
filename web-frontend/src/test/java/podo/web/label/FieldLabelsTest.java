package podo.web.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.InvocationOnMock;
import podo.web.page.Words;

class FieldLabelsTest {

    private final FieldLabels labels = new FieldLabels(mock(Words.class, FieldLabelsTest::joined));

    @Test
    void pricesOfGradesAndOfKindsOfTicketHaveNamesOfTheirOwn() {
        assertThat(labels.name("price")).isEqualTo("admin.event.price");
        assertThat(labels.name("ticketKinds.price")).isEqualTo("admin.event.kind.price");
        assertThat(labels.problem("ticketKinds[0].price", "…"))
                .isEqualTo("problem.field.line 1 admin.event.kind.price …");
        assertThat(labels.problem("grades[1].price", "…")).isEqualTo("problem.field.line 2 admin.event.price …");
    }

    private static String joined(InvocationOnMock call) {
        return Arrays.stream(call.getArguments()).map(String::valueOf).collect(Collectors.joining(" "));
    }
}
