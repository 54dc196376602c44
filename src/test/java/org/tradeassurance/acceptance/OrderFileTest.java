package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tradeassurance.acceptance.Api.Answer;

/** A list of orders as a file for spreadsheets. */
class OrderFileTest extends AcceptanceTest {

    @Test
    @DisplayName(
            "a file has the orders of the filter in its order: numbers as text, nothing that a spreadsheet runs, in the caller's language")
    void asAFile() throws Exception {
        String small = opened(draft().amounts("100.00", "50.00").with("/lines/0/product", "=1+1"));
        String great = agreed(draft().amounts("12450.00", "50.00").with("/externalReference", "@PO-" + supplier));
        String csv = new String(
                platform.file("/orders/export?format=csv&sort=total&supplierId=" + supplier), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\ufeff\"Order number\",");
        assertThat(csv.lines().skip(1).map(line -> line.substring(1, 15))).containsExactly(small, great);
        assertThat(csv)
                .contains(
                        ",\"'=1+1\",100.00,",
                        ",\"'@PO-" + supplier + "\",",
                        ",12450.00,",
                        "2015-11-01 09:00",
                        "(buyer-desk)");
        assertThat(csv.lines().filter(line -> line.matches(".*(^|,)\"?[=+@\\t-].*")))
                .isEmpty();
        Answer chinese =
                platform.get("/orders/export?format=csv&supplierId=" + supplier, Map.of("Accept-Language", "zh-CN"));
        assertThat(chinese.body().asText()).contains("订单号", "待买家付款");
        assertThat(chinese.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"orders-2015-11-01.csv\"");
        byte[] book = platform.file("/orders/export?format=xlsx&sort=total&supplierId=" + supplier);
        String cells = entries(book).replace("&apos;", "'").replace("&#39;", "'");
        assertThat(cells)
                .contains(small, great, "'=1+1", "<v>12450.00</v>")
                .doesNotContain("<f>", ">=1+1", "<v>" + small);
        assertThat(as("supplier-S-1001")
                        .get("/orders/export?format=csv&q=" + great)
                        .body()
                        .asText())
                .doesNotContain(great, "Open tasks");
        refused(platform.get("/orders/export?format=pdf"), 400, "invalid-field");
        refused(platform.get("/orders/export"), 400, "invalid-field");
        refused(platform.get("/orders/export?format=csv&cursor=a"), 400, "invalid-field");
    }

    /** The texts of a workbook's parts. */
    private static String entries(byte[] book) throws Exception {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("book", ".xlsx");
        java.nio.file.Files.write(file, book);
        StringBuilder texts = new StringBuilder();
        try (var zip = new java.util.zip.ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                texts.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        java.nio.file.Files.delete(file);
        return texts.toString();
    }
}
