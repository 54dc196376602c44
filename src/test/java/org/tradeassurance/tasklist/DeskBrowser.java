package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real browser at a desk; remembers what a good page never does. */
class DeskBrowser implements AutoCloseable {

    static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    private static final double PATIENCE = 60_000;

    /** A page that is left, or redrawn, asks no further. */
    private static final String LEFT = "net::ERR_ABORTED";

    private final Playwright playwright;
    private final Browser browser;
    private final String base;
    final List<String> complaints = new ArrayList<>();

    DeskBrowser(String base) {
        this.base = base;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    static boolean isThere() {
        return Files.isExecutable(CHROMIUM);
    }

    /**
     * Logs in as somebody of the sandbox and goes to an address. The page that was asked for has come when this answers: requests of a page
     * that is still on its way could slip past a route that a test lays.
     */
    Page open(String language, String user, String path) {
        return open(language, user, path, 1440, 900);
    }

    Page open(String language, String user, String path, int width, int height) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale(language).setViewportSize(width, height));
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        listen(page);
        page.navigate(base + path);
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", "sandbox");
        page.click("button");
        page.waitForSelector(
                "input[name=password]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        return page;
    }

    private void listen(Page page) {
        page.onPageError(error -> complaints.add("script: " + error));
        page.onConsoleMessage(message -> {
            boolean told = message.text().startsWith("Failed to load resource");
            if (message.type().equals("error") && !told) {
                complaints.add("console: " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + " " + response.request().method() + " " + response.url());
            }
        });
        page.onRequestFailed(request -> {
            if (!LEFT.equals(request.failure())) {
                complaints.add(request.failure() + " " + request.url());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
                complaints.add("another host: " + request.url());
            }
        });
    }

    /** Keeps a picture of the whole page to look at, if the run names a folder: {@code -Dscreenshots=folder}. */
    void picture(Page page, String name) {
        String folder = System.getProperty("screenshots");
        if (folder != null) {
            page.waitForTimeout(1000);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }

    /** What a test has brought about on purpose is no complaint. */
    void expected(String start) {
        assertThat(complaints).anyMatch(complaint -> complaint.startsWith(start));
        complaints.removeIf(complaint -> complaint.startsWith(start));
    }

    /** Closes what is open, so that all that it has to say is said. */
    void leave() {
        browser.contexts().forEach(BrowserContext::close);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
