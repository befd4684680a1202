package podo.event.show.terms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import podo.starter.problem.InvalidField;

/** Refuses prices that nobody could pay: card companies accept 100 won and more, and what is free needs none of them. */
final class GradePrices {

    private static final long SMALLEST = 100;

    private GradePrices() {}

    static List<InvalidField.Field> findWrong(List<EventRequest.GradeRequest> requested) {
        List<InvalidField.Field> wrong = new ArrayList<>();
        for (int i = 0; i < requested.size(); i++) {
            EventRequest.GradeRequest grade = requested.get(i);
            if (isTooSmall(grade.price())) {
                wrong.add(new InvalidField.Field("grades[" + i + "].price", "price-too-small", SMALLEST));
            }
            Set<String> names = new HashSet<>();
            for (int j = 0; j < grade.kindsOrNone().size(); j++) {
                check(grade, grade.kindsOrNone().get(j), names, "grades[" + i + "].kinds[" + j + "].", wrong);
            }
        }
        return wrong;
    }

    private static void check(
            EventRequest.GradeRequest grade,
            EventRequest.KindRequest kind,
            Set<String> names,
            String field,
            List<InvalidField.Field> wrong) {
        if (!names.add(kind.name().strip())) {
            wrong.add(new InvalidField.Field(
                    field + "name", "kind-twice", grade.name().strip()));
        }
        if (kind.price() == null && kind.percent() == null) {
            wrong.add(new InvalidField.Field(field + "price", "kind-without-price"));
        } else if (isTooSmall(kind.toKind(grade.price()).price())) {
            wrong.add(new InvalidField.Field(field + "price", "price-too-small", SMALLEST));
        }
    }

    private static boolean isTooSmall(long price) {
        return price > 0 && price < SMALLEST;
    }
}
