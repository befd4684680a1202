package podo.event.venue.exchange;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import org.springframework.stereotype.Component;
import podo.event.plan.SeatingPlan;
import podo.starter.problem.InvalidField;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a plan from a file, whose form it sees by itself. */
@Component
public class PlanFiles {

    private static final int MOST = 20;

    private final JsonMapper json;
    private final Validator validator;

    PlanFiles(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** Throws {@link InvalidField} when the file has none of the forms, or names and counts that no plan may have. */
    public SeatingPlan read(String file) {
        String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
        SeatingPlan plan = text.stripLeading().startsWith("{") ? readJson(text) : PlanCsv.read(text);
        List<InvalidField.Field> wrong = validator.validate(plan).stream()
                .map(PlanFiles::field)
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .limit(MOST)
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidField(wrong);
        }
        return plan;
    }

    private SeatingPlan readJson(String text) {
        try {
            JsonNode root = json.readTree(text);
            return root.has("zones") ? PretixPlan.read(root) : json.treeToValue(root, SeatingPlan.class);
        } catch (JacksonException e) {
            String path = String.join(
                    ".",
                    e.getPath().stream()
                            .map(step -> step.getPropertyName() == null
                                    ? "[" + step.getIndex() + "]"
                                    : step.getPropertyName())
                            .toList());
            throw new InvalidField(path.isEmpty() ? "file" : path.replace(".[", "["), "unreadable");
        }
    }

    private static InvalidField.Field field(ConstraintViolation<SeatingPlan> violation) {
        return new InvalidField.Field(
                violation.getPropertyPath().toString().replaceAll("\\.<[a-z ]+>", ""),
                "because",
                violation.getMessage());
    }
}
