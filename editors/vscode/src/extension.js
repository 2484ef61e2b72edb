// Starts the language server for rule files, and tells in plain words when it cannot.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

const LANGUAGE = "ntr";
const HOW = "Installer det med: pip install \"hjemmel[sprakserver]\"";
let client;

/** The command to start: what is set, what the folder's own environment has, what is installed. */
function command() {
  const set = vscode.workspace.getConfiguration(LANGUAGE).get("kommando", "").trim();
  if (set) return set;
  const [below, name] = process.platform === "win32" ? ["Scripts", "ntr.exe"] : ["bin", "ntr"];
  const folders = vscode.workspace.isTrusted ? vscode.workspace.workspaceFolders ?? [] : [];
  const own = folders
    .filter((each) => each.uri.scheme === "file")
    .map((each) => path.join(each.uri.fsPath, ".venv", below, name));
  return own.find((each) => fs.existsSync(each)) ?? LANGUAGE;
}

async function start() {
  const level = vscode.workspace.getConfiguration(LANGUAGE).get("logg", "feil");
  const server = { command: command(), args: ["sprakserver", "--logg", level], transport: TransportKind.stdio };
  client = new LanguageClient(LANGUAGE, "Regler (ntr)", server, {
    documentSelector: [
      { scheme: "file", language: LANGUAGE },
      { scheme: "untitled", language: LANGUAGE },
    ],
  });
  try {
    await client.start();
  } catch (wrong) {
    client.outputChannel.appendLine(String(wrong));
    vscode.window.showErrorMessage(
      `Programmet «${server.command}» lot seg ikke starte, så regelfilene blir ikke kontrollert. ${HOW}`,
    );
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running) await running.stop().catch(() => undefined);
}

async function activate(context) {
  const again = async () => {
    await stop();
    await start();
  };
  context.subscriptions.push(
    vscode.commands.registerCommand("ntr.startPaNytt", again),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(LANGUAGE)) void again();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void again()),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
