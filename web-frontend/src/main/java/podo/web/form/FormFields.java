package podo.web.form;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.IText;

/**
 * Adds to each form for whom it is rendered, and repeats what was typed into a form that was refused. It works on the tags that
 * Thymeleaf writes, so that no template has to do it.
 */
public final class FormFields extends AbstractTemplateHandler {

    private static final List<String> NOT_TYPED =
            List.of("hidden", "password", "submit", "button", "image", "reset", "file");

    private @Nullable String action;
    private @Nullable List<String> selectable;
    private boolean inTextArea;

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        switch (tag.getElementCompleteName()) {
            case "form" -> openForm(tag);
            case "textarea" -> openTextArea(tag);
            case "select" -> {
                selectable = typed(tag);
                super.handleOpenElement(tag);
            }
            case "option" -> super.handleOpenElement(mark(tag, "selected", selectable));
            default -> super.handleOpenElement(tag);
        }
    }

    private void openForm(IOpenElementTag tag) {
        super.handleOpenElement(tag);
        if ("post".equalsIgnoreCase(tag.getAttributeValue("method"))) {
            String address = tag.getAttributeValue("action");
            action = address == null ? "" : address;
            super.handleStandaloneElement(owner());
        }
    }

    private void openTextArea(IOpenElementTag tag) {
        super.handleOpenElement(tag);
        List<String> values = typed(tag);
        if (values != null && !values.isEmpty()) {
            super.handleText(tags().createText(HtmlUtils.htmlEscape(values.getFirst())));
            inTextArea = true;
        }
    }

    @Override
    public void handleText(IText text) {
        if (!inTextArea) {
            super.handleText(text);
        }
    }

    @Override
    public void handleStandaloneElement(IStandaloneElementTag tag) {
        super.handleStandaloneElement(tag.getElementCompleteName().equals("input") ? repeat(tag) : tag);
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        switch (tag.getElementCompleteName()) {
            case "form" -> action = null;
            case "textarea" -> inTextArea = false;
            case "select" -> selectable = null;
            default -> {
                // not part of a form's state
            }
        }
        super.handleCloseElement(tag);
    }

    private IStandaloneElementTag repeat(IStandaloneElementTag tag) {
        String type = tag.getAttributeValue("type");
        List<String> values = typed(tag);
        if (values == null || NOT_TYPED.contains(String.valueOf(type))) {
            return tag;
        }
        if ("checkbox".equals(type) || "radio".equals(type)) {
            return mark(tag, "checked", values);
        }
        return values.isEmpty()
                ? tag
                : tags().setAttribute(
                                tag, "value", HtmlUtils.htmlEscape(values.getFirst()), AttributeValueQuotes.DOUBLE);
    }

    private <T extends IProcessableElementTag> T mark(T tag, String attribute, @Nullable List<String> values) {
        if (values == null) {
            return tag;
        }
        String value = tag.getAttributeValue("value");
        return values.contains(value == null ? "on" : HtmlUtils.htmlUnescape(value))
                ? tags().setAttribute(tag, attribute, attribute)
                : tags().removeAttribute(tag, attribute);
    }

    /** The values that were sent for this field, empty for a box that was not ticked; null when the field stays as it is. */
    private @Nullable List<String> typed(IProcessableElementTag tag) {
        String name = tag.getAttributeValue("name");
        if (action == null || name == null || !(getContext().getVariable("unsent") instanceof UnsentForm form)) {
            return null;
        }
        List<String> values = form.isSentBy(action) ? form.fields().get(name) : null;
        return values == null
                        && form.isAllOf(action)
                        && tag.getElementCompleteName().equals("input")
                ? List.of()
                : values;
    }

    private String account() {
        return getContext().getVariable("account") instanceof Long id ? id.toString() : "0";
    }

    private IStandaloneElementTag owner() {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("type", "hidden");
        attributes.put("name", UnsentForm.OWNER);
        attributes.put("value", account());
        return tags().createStandaloneElementTag("input", attributes, AttributeValueQuotes.DOUBLE, false, false);
    }

    private IModelFactory tags() {
        return getContext().getModelFactory();
    }
}
