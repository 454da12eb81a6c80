import { join } from 'node:path'
import { test } from 'node:test'
import { run, withFiles } from './files.ts'

void test('xmllint finds the XML file valid by its schema, and the auditor’s index by its document type', () =>
  withFiles(async (directory) => {
    const file = (name: string) => join(directory, name)
    await run('xmllint', '--noout', '--huge', '--schema', file('torture.xsd'), file('torture.xml'))
    await run('unzip', '-q', file('package.zip'), 'data/gdpdu/*', '-d', directory)
    await run('xmllint', '--noout', '--valid', file('data/gdpdu/index.xml'))
  }))
