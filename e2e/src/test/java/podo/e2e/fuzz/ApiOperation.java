package podo.e2e.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import podo.e2e.Answer;
import podo.e2e.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call of an OpenAPI description, and random requests for it. */
record ApiOperation(String method, String path, JsonNode description, JsonNode schemas) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEPTH = 5;

    /** @param body null for none */
    record Request(String method, String path, @Nullable String body, String type) {

        Answer sendAs(Api caller) {
            return caller.call(method, path, body, body == null ? null : type);
        }
    }

    static List<ApiOperation> ofAll(List<String> services) {
        List<ApiOperation> operations = new ArrayList<>();
        for (String service : services) {
            JsonNode document = Api.open().get("/api/docs/" + service).has(200).json();
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(call -> operations.add(new ApiOperation(
                                    call.getKey().toUpperCase(java.util.Locale.ROOT),
                                    path.getKey(),
                                    call.getValue(),
                                    document.path("components").path("schemas")))));
        }
        return operations;
    }

    /** @param known values by the name of a parameter or member, used in most requests so that some get past the first check */
    Request request(Dice dice, Map<String, List<String>> known) {
        String target = path;
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : description.path("parameters")) {
            String name = parameter.path("name").asString();
            String value = encoded(value(dice, name, known));
            if (parameter.path("in").asString().equals("path")) {
                target = target.replace("{" + name + "}", value.isEmpty() ? "%20" : value);
            } else if (parameter.path("in").asString().equals("query") && !dice.oneIn(3)) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(value);
            }
        }
        JsonNode schema = description
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        String body = schema.isMissingNode() ? null : JSON.writeValueAsString(json(schema, "", dice, known, DEPTH));
        if (body != null && dice.oneIn(12)) {
            body = body.substring(0, dice.below(body.length() + 1));
        }
        String type = dice.oneIn(25) ? "text/plain" : "application/json";
        return new Request(method, target.replaceAll("\\{[^}]*}", "1") + query, body, type);
    }

    private JsonNode json(JsonNode schema, String name, Dice dice, Map<String, List<String>> known, int depth) {
        if (dice.oneIn(10)) {
            return anything(dice);
        }
        JsonNode resolved =
                schema.has("$ref") ? schemas.path(schema.path("$ref").asString().replaceFirst(".*/", "")) : schema;
        String type = resolved.path("type").isArray()
                ? resolved.path("type").path(0).asString()
                : resolved.path("type").asString();
        if (depth == 0) {
            return JSON.nullNode();
        }
        return switch (type) {
            case "array" -> {
                var array = JSON.createArrayNode();
                for (int i = dice.below(4); i > 0; i--) {
                    array.add(json(resolved.path("items"), name, dice, known, depth - 1));
                }
                yield array;
            }
            case "integer", "number" ->
                dice.oneIn(4)
                        ? anything(dice)
                        : JSON.getNodeFactory().numberNode(numberOf(value(dice, name, known), dice));
            case "boolean" -> JSON.getNodeFactory().booleanNode(dice.oneIn(2));
            case "string" -> JSON.getNodeFactory().stringNode(string(resolved, name, dice, known));
            default -> {
                var object = JSON.createObjectNode();
                resolved.path("properties").properties().stream()
                        .filter(member -> !dice.oneIn(8))
                        .forEach(member -> object.set(
                                member.getKey(), json(member.getValue(), member.getKey(), dice, known, depth - 1)));
                yield object;
            }
        };
    }

    private static String string(JsonNode schema, String name, Dice dice, Map<String, List<String>> known) {
        List<String> choices = StreamSupport.stream(schema.path("enum").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        return choices.isEmpty() || dice.oneIn(4) ? value(dice, name, known) : dice.of(choices);
    }

    private static String value(Dice dice, String name, Map<String, List<String>> known) {
        List<String> values = known.get(name);
        return values == null || dice.oneIn(3) ? dice.text() : dice.of(values);
    }

    private static long numberOf(String text, Dice dice) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return dice.below(1000) - 10;
        }
    }

    private static JsonNode anything(Dice dice) {
        return switch (dice.below(6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.createArrayNode().add(dice.text());
            case 2 -> JSON.createObjectNode().put(dice.text(), dice.text());
            case 3 -> JSON.getNodeFactory().numberNode(1.5 * dice.below(1_000_000));
            case 4 -> JSON.getNodeFactory().booleanNode(true);
            default -> JSON.getNodeFactory().stringNode(dice.text());
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
