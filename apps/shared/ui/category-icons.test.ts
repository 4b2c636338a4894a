import { expect, it } from 'vitest'
import { categories } from '#vocab/categories'
import { categoryIcons } from './category-icons.ts'

it('there is a drawing for each category, one for what is in none, and none for nothing', () => {
  expect(Object.keys(categoryIcons).sort()).toEqual([...categories.map(({ icon }) => icon), 'folder'].sort())
})
