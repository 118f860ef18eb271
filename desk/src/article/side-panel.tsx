import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useWords } from "../languages/words.tsx";
import { DetailsPanel } from "./details-panel.tsx";
import { LogPanel } from "./log-panel.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { QuotePanel } from "./quote-panel.tsx";
import { type PanelName, useDesk } from "./use-desk.ts";
import { useListedQuotes } from "./listed-quotes.tsx";

const PANELS: readonly PanelName[] = ["quotes", "details", "preview", "log"];

/** What is beside the text. */
export function SidePanel() {
  const { t } = useWords();
  const { panel, showPanel } = useDesk();
  const quotes = useListedQuotes();
  const choose = (key: unknown): void => {
    const chosen = PANELS.find((name) => name === key);
    if (chosen) showPanel(chosen);
  };
  return (
    <aside className="side-panel" aria-label={t("article.beside")}>
      <Tabs selectedKey={panel} onSelectionChange={choose}>
        <TabList aria-label={t("article.beside")} className="tabs">
          <Tab id="quotes" className="tab">
            {t("article.quotes", { count: quotes.length })}
          </Tab>
          <Tab id="details" className="tab">
            {t("article.details")}
          </Tab>
          <Tab id="preview" className="tab">
            {t("article.preview")}
          </Tab>
          <Tab id="log" className="tab">
            {t("article.log")}
          </Tab>
        </TabList>
        <TabPanel id="quotes">
          <QuotePanel quotes={quotes} />
        </TabPanel>
        <TabPanel id="details">
          <DetailsPanel />
        </TabPanel>
        <TabPanel id="preview">
          <PreviewPanel />
        </TabPanel>
        <TabPanel id="log">
          <LogPanel />
        </TabPanel>
      </Tabs>
    </aside>
  );
}
