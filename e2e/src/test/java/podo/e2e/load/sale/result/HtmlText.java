package podo.e2e.load.sale.result;

/** Text as HTML and SVG have it. */
final class HtmlText {

    private HtmlText() {}

    static String of(Object text) {
        return String.valueOf(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
