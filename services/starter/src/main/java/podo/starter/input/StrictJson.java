package podo.starter.input;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * A JSON value must have its field's type: 1000.9 is no whole number, "2" no number, 0 no enum and no time, and a name stands once.
 * Unknown fields are ignored, so that a newer client can speak to an older service.
 */
class StrictJson implements JsonMapperBuilderCustomizer {

    private final CoercionAction numbersAsTexts;

    StrictJson(boolean textsFromNumbers) {
        numbersAsTexts = textsFromNumbers ? CoercionAction.TryConvert : CoercionAction.Fail;
    }

    @Override
    public void customize(JsonMapper.Builder builder) {
        builder.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts -> texts.setCoercion(CoercionInputShape.Integer, numbersAsTexts)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.DateTime,
                        times -> times.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Enum,
                        words -> words.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .addModule(new SimpleModule().addDeserializer(java.time.Instant.class, new InstantText()));
    }

    /** Reads ISO-8601 texts only; Jackson alone also takes a number for seconds since 1970. */
    private static class InstantText extends StdDeserializer<java.time.Instant> {

        InstantText() {
            super(java.time.Instant.class);
        }

        @Override
        public java.time.Instant deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getString() : "";
            return text.contains("-")
                    ? InstantDeserializer.INSTANT.deserialize(parser, context)
                    : (java.time.Instant) context.handleUnexpectedToken(getValueType(context), parser);
        }
    }
}
